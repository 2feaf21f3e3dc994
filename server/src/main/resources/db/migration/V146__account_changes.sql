-- What administrators did with accounts and clients (账号变更记录): who, to whom, what and why; never a password or secret. Append-only.
CREATE TABLE access.grantee_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    changed_at timestamptz NOT NULL,
    actor      text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('CLERK', 'CLIENT')),
    name       text NOT NULL,
    step       text NOT NULL,
    grants     text[] NOT NULL,
    source_id  text,
    ground     text NOT NULL CHECK (ground <> '')
);
CREATE INDEX ON access.grantee_change (kind, name, id);
GRANT SELECT, INSERT ON access.grantee_change TO xinheng_app;
