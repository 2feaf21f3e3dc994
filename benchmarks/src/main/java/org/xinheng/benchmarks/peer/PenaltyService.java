package org.xinheng.benchmarks.peer;

import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** The usual stack's service: batches of a thousand, each in a transaction. */
public class PenaltyService extends ServiceImpl<PenaltyMapper, PenaltyEntity> {

    private static final int BATCH = 1000;

    /** As commonly written: look what is there, save the rest. */
    @Transactional
    public int saveNew(List<PenaltyEntity> batch) {
        var there = new HashSet<String>();
        list(Wrappers.<PenaltyEntity>lambdaQuery()
                        .select(PenaltyEntity::getDocumentNumber, PenaltyEntity::getSubjectCode)
                        .in(
                                PenaltyEntity::getDocumentNumber,
                                batch.stream()
                                        .map(PenaltyEntity::getDocumentNumber)
                                        .toList()))
                .forEach(known -> there.add(known.getDocumentNumber() + known.getSubjectCode()));
        var fresh = new ArrayList<PenaltyEntity>(batch.size());
        for (var one : batch) {
            if (!there.contains(one.getDocumentNumber() + one.getSubjectCode())) {
                fresh.add(one);
            }
        }
        saveBatch(fresh, BATCH);
        return fresh.size();
    }

    /** As tuned: the unique key answers for what is there. */
    @Transactional
    public int saveAll(List<PenaltyEntity> batch) {
        saveBatch(batch, BATCH);
        return batch.size();
    }
}
