-- Documents served on organisations, attachments, and accounts of organisations.

-- An account of an organisation sees this organisation's own inbox and nothing else; it is bound by code, not by name.
ALTER TABLE access.account ADD COLUMN organisation_code text;
GRANT UPDATE (organisation_code) ON access.account TO xinheng_app;

CREATE SCHEMA service;
GRANT USAGE ON SCHEMA service TO xinheng_app;

-- A document lies in the inbox from the moment of its row: that is the time of service. Kept byte for byte. Append-only.
CREATE TABLE service.document (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL,
    kind            text NOT NULL,
    title           text NOT NULL,
    number          text,
    authority       text NOT NULL,
    case_reference  text NOT NULL CHECK (case_reference <> ''),
    served_at       timestamptz NOT NULL,
    rule_version    text NOT NULL,
    content         bytea NOT NULL,
    content_sha256  bytea NOT NULL CHECK (octet_length(content_sha256) = 32)
);
CREATE INDEX document_of_organisation ON service.document (organisation_id, id);
CREATE INDEX document_of_authority ON service.document (authority, id);
CREATE INDEX document_of_case ON service.document (case_reference);
GRANT SELECT, INSERT ON service.document TO xinheng_app;

-- When the organisation itself first opened it.
CREATE TABLE service.opening (
    document_id bigint PRIMARY KEY REFERENCES service.document,
    opened_at   timestamptz NOT NULL,
    actor       text NOT NULL
);
GRANT SELECT, INSERT ON service.opening TO xinheng_app;

-- What was handed in with a case; the content lies in the data folder under its hash.
CREATE TABLE service.attachment (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    content_sha256 bytea NOT NULL CHECK (octet_length(content_sha256) = 32),
    size           bigint NOT NULL CHECK (size > 0),
    media_type     text NOT NULL,
    file_name      text NOT NULL,
    case_reference text NOT NULL CHECK (case_reference <> ''),
    scanned_by     text,
    kept_until     date NOT NULL,
    handed_in_at   timestamptz NOT NULL,
    actor          text NOT NULL
);
CREATE INDEX attachment_of_case ON service.attachment (case_reference);
CREATE INDEX attachment_of_content ON service.attachment (content_sha256);
CREATE INDEX attachment_ends ON service.attachment (kept_until);
GRANT SELECT, INSERT ON service.attachment TO xinheng_app;

CREATE TABLE service.attachment_removal (
    attachment_id bigint PRIMARY KEY REFERENCES service.attachment,
    removed_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT ON service.attachment_removal TO xinheng_app;
