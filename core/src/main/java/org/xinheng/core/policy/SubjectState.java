package org.xinheng.core.policy;

/** State of registration (登记状态): 存续 · 歇业 · 迁出 · 撤销 · 吊销 · 注销. */
public enum SubjectState {
    EXISTING,
    SUSPENDED,
    MOVED_OUT,
    CANCELLED,
    LICENCE_REVOKED,
    DEREGISTERED
}
