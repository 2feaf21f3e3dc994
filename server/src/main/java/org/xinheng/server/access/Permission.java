package org.xinheng.server.access;

/** What an endpoint asks for; each endpoint names one, else the build breaks. As OAuth2 scope: lower case with a dash. */
public enum Permission {
    /** Deliver files, read own deliveries and receipts, withdraw own records, report zero. */
    DELIVER,
    /** Deliver for any source: the credit office at the shell or on another's mandate. */
    DELIVER_FOR_ALL,
    /** Ask credit checks. */
    CHECK,
    /** Ask for made-up answers: for programs in the making. It goes with no other, and no post has it. */
    CHECK_SANDBOX,
    /** See in what a receipt of a check differs from the same answer worked out again. */
    COMPARE_RECEIPTS,
    /** Read non-public data of the whole place: queues, timeliness of all sources. */
    OVERSEE,
    /** Read past states, with ground and file number: auditor and court. */
    READ_PAST,
    /** Propose and approve editions of the rule packs. */
    KEEP_RULES,
    /** Write, publish and withdraw pieces of the library; nobody publishes what he wrote. */
    KEEP_CONTENT,
    /** Manage accounts and clients. */
    ADMINISTER,
    /** Take the feed of grades that the rules give to one's own body, association or bank: their programs only. */
    TAKE_GRADES,
    /** Take notices of corrections, as whoever was told of records does. */
    TAKE_CORRECTIONS,
    /** Conduct proceedings towards listings for one's own body: propose, serve, take down answers. */
    PROPOSE_LISTING,
    /** Sign decisions of one's own body about listings. */
    DECIDE_LISTING,
    /** Conduct commitments for one's own body: review, take papers, give notice of a breach. */
    ACCEPT_COMMITMENT,
    /** Sign decisions of one's own body about broken commitments. */
    DECIDE_COMMITMENT,
    /** Read one's own inbox and what stands about oneself: an organisation that signed in. */
    OWN_FILE,
    /** Look after one's own account, its second factor: everybody who signs in, no client. */
    OWN_ACCOUNT,
    /** Push applications for repair from the one window (信用中国): its client only. */
    PUSH_REPAIRS,
    /** Inspect for one's own body: plan draws, enter seeds and results. */
    INSPECT,
    /** Serve an organisation at a window, on its licence or authorisation: what is shown of it, its repair, its objection. */
    QUERY_AT_WINDOW,
    /** Read what organisations consented to: an admitted institution, each grant for itself. */
    READ_CONSENTED
}
