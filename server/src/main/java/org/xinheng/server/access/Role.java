package org.xinheng.server.access;

import static org.xinheng.server.access.Permission.ACCEPT_COMMITMENT;
import static org.xinheng.server.access.Permission.ADMINISTER;
import static org.xinheng.server.access.Permission.CHECK;
import static org.xinheng.server.access.Permission.COMPARE_RECEIPTS;
import static org.xinheng.server.access.Permission.DECIDE_COMMITMENT;
import static org.xinheng.server.access.Permission.DECIDE_LISTING;
import static org.xinheng.server.access.Permission.DELIVER;
import static org.xinheng.server.access.Permission.DELIVER_FOR_ALL;
import static org.xinheng.server.access.Permission.INSPECT;
import static org.xinheng.server.access.Permission.KEEP_CONTENT;
import static org.xinheng.server.access.Permission.KEEP_RULES;
import static org.xinheng.server.access.Permission.OVERSEE;
import static org.xinheng.server.access.Permission.OWN_FILE;
import static org.xinheng.server.access.Permission.PROPOSE_LISTING;
import static org.xinheng.server.access.Permission.QUERY_AT_WINDOW;
import static org.xinheng.server.access.Permission.READ_CONSENTED;
import static org.xinheng.server.access.Permission.READ_PAST;

import java.util.EnumSet;
import java.util.Set;

/** What a clerk's post is; the only place that says which permissions a post carries. */
public enum Role {
    /** 数据来源单位经办: delivers for the own source. */
    SOURCE_CLERK(Set.of(DELIVER)),
    /** 信用办: keeps rules, queues and the library, delivers on another's mandate. */
    CREDIT_OFFICE(Set.of(DELIVER, DELIVER_FOR_ALL, OVERSEE, KEEP_RULES, KEEP_CONTENT)),
    /** 审批人员: asks credit checks. */
    APPROVING_OFFICER(Set.of(CHECK)),
    /** 审计、法院: reads past states with ground and file number. */
    AUDITOR(Set.of(OVERSEE, READ_PAST, COMPARE_RECEIPTS)),
    /** 系统管理员: opens and closes accounts and clients; sees no data. */
    ADMINISTRATOR(Set.of(ADMINISTER)),
    /** 认定单位经办: conducts proceedings of the own body. */
    AUTHORITY_OFFICER(Set.of(PROPOSE_LISTING, ACCEPT_COMMITMENT)),
    /** 认定单位负责人: signs the own body's decisions. */
    AUTHORITY_HEAD(Set.of(DECIDE_LISTING, DECIDE_COMMITMENT)),
    /** 监管执法人员: plans draws of the own body and enters what its visits found. */
    SUPERVISING_OFFICER(Set.of(INSPECT)),
    /** 查询窗口: asks on a presented licence or authorisation, and prints. */
    SERVICE_WINDOW(Set.of(QUERY_AT_WINDOW)),
    /** 主体本身: an organisation reads its own inbox; bound to its code, never to a source. */
    ORGANISATION(Set.of(OWN_FILE)),
    /** 授权查询机构经办: reads what organisations granted to its institution. */
    CONSENTED_READER(Set.of(READ_CONSENTED));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        EnumSet<Permission> all = EnumSet.of(Permission.OWN_ACCOUNT);
        all.addAll(permissions);
        this.permissions = Set.copyOf(all);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
