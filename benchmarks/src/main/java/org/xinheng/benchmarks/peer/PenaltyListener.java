package org.xinheng.benchmarks.peer;

import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.read.listener.ReadListener;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.json.JsonMapper;

/** Gathers beans into batches, as the reader's manual shows it: checked one by one, turned into entities, saved. */
@NullUnmarked
final class PenaltyListener implements ReadListener<PenaltyBean> {

    private static final int BATCH = 1000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private final Validator validator;
    private final ToIntFunction<List<PenaltyEntity>> save;
    private final Map<Integer, String> faults = new LinkedHashMap<>();
    private List<PenaltyEntity> batch = new ArrayList<>(BATCH);
    private int saved;

    PenaltyListener(Validator validator, ToIntFunction<List<PenaltyEntity>> save) {
        this.validator = validator;
        this.save = save;
    }

    @Override
    public void invoke(PenaltyBean row, AnalysisContext context) {
        var violations = validator.validate(row);
        if (!violations.isEmpty()) {
            faults.put(context.readRowHolder().getRowIndex(), violations.toString());
            return;
        }
        batch.add(entity(row));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private static PenaltyEntity entity(PenaltyBean row) {
        var entity = new PenaltyEntity();
        entity.setSubjectCode(row.getPartyCode());
        entity.setSubjectName(row.getPartyName());
        entity.setDocumentNumber(row.getDocumentNumber());
        entity.setAuthorityCode(row.getAuthorityCode());
        entity.setKind(row.getKind());
        entity.setDecidedOn(day(row.getDecidedOn()));
        entity.setFine(amount(row.getFine()));
        entity.setConfiscated(amount(row.getConfiscated()));
        entity.setValidUntil(day(row.getValidUntil()));
        entity.setSourceCode(row.getSourceCode());
        entity.setPayload(JSON.writeValueAsString(row));
        entity.setCreatedAt(LocalDateTime.now());
        return entity;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text, DAY);
    }

    private static BigDecimal amount(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {
        flush();
    }

    private void flush() {
        if (!batch.isEmpty()) {
            saved += save.applyAsInt(batch);
            batch = new ArrayList<>(BATCH);
        }
    }

    int saved() {
        return saved;
    }

    int faults() {
        return faults.size();
    }
}
