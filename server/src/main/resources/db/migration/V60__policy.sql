-- Editions of rule packs, and which of them is in force from which day: only ever appended to. See
-- docs/decisions/0020-activation.md.
CREATE SCHEMA policy;
GRANT USAGE ON SCHEMA policy TO xinheng_app;

-- Every edition by which anything was judged here or is going to be. version: SHA-256 over files, which are the pack and the
-- packs below it as they lay in their folders, zipped.
CREATE TABLE policy.edition (
    version text PRIMARY KEY CHECK (version ~ '^[0-9a-f]{64}$'),
    pack    text NOT NULL,
    files   bytea NOT NULL,
    kept_at timestamptz NOT NULL
);

-- Somebody proposes that an edition be in force from the beginning of a day on. replaces: the one in force at that moment; it
-- stays in force, whatever becomes of the folder of packs, until an activation takes effect.
CREATE TABLE policy.activation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version     text NOT NULL REFERENCES policy.edition,
    replaces    text NOT NULL REFERENCES policy.edition,
    first_day   date NOT NULL,
    reason      text NOT NULL CHECK (reason <> ''),
    actor       text NOT NULL,
    operator    text,
    proposed_at timestamptz NOT NULL
);

-- What became of it: approved, and then exactly one ending.
CREATE TABLE policy.activation_step (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    activation_id bigint NOT NULL REFERENCES policy.activation,
    kind          text NOT NULL CHECK (kind IN ('APPROVED', 'CALLED_OFF', 'IN_FORCE', 'REFUSED')),
    actor         text NOT NULL,
    remark        text NOT NULL,
    taken_at      timestamptz NOT NULL,
    UNIQUE (activation_id, kind)
);
CREATE UNIQUE INDEX activation_ends_once ON policy.activation_step (activation_id) WHERE kind <> 'APPROVED';

GRANT SELECT, INSERT ON policy.edition, policy.activation, policy.activation_step TO xinheng_app;
