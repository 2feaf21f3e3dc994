package org.xinheng.benchmarks.peer;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;

/** The usual stack's mapper: everything in it is inherited. */
public interface PenaltyMapper extends BaseMapper<PenaltyEntity> {}
