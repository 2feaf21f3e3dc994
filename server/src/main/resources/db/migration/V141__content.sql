-- The library of the portal (案例、动态、政策): versions and acts, only ever appended to. Where an item stands is its last act. Names of
-- organisations are not in the texts: a text holds the address of a record, and the name is looked up whenever it is read.
CREATE SCHEMA content;
GRANT USAGE ON SCHEMA content TO xinheng_app;

CREATE TABLE content.item (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Of the form that opened it: sent twice, it opens once.
    form_key text NOT NULL UNIQUE CHECK (form_key <> ''),
    kind     text NOT NULL CHECK (kind IN ('WARNING', 'MODEL', 'NEWS', 'POLICY'))
);
GRANT SELECT, INSERT ON content.item TO xinheng_app;

CREATE TABLE content.version (
    item_id         bigint NOT NULL REFERENCES content.item,
    no              int NOT NULL CHECK (no > 0),
    title           text NOT NULL CHECK (title <> ''),
    body            text NOT NULL CHECK (body <> ''),
    caption         text NOT NULL,
    -- PNG or JPEG as drawn anew here, so that nothing of its history comes with it.
    picture         bytea,
    issuer          text NOT NULL,
    document_number text NOT NULL,
    document_date   date,
    writer          text NOT NULL CHECK (writer <> ''),
    written_at      timestamptz NOT NULL,
    -- What is searched: title, text and caption in one form, without the names that are looked up; and its 1- and 2-grams.
    search_key      text COLLATE "C" NOT NULL,
    grams           text[] COLLATE "C" NOT NULL,
    PRIMARY KEY (item_id, no)
);
CREATE INDEX version_grams ON content.version USING gin (grams);
GRANT SELECT, INSERT ON content.version TO xinheng_app;

-- Records that a version speaks of.
CREATE TABLE content.mention (
    item_id         bigint NOT NULL,
    version_no      int NOT NULL,
    address         text NOT NULL,
    organisation_id bigint NOT NULL,
    PRIMARY KEY (item_id, version_no, address),
    FOREIGN KEY (item_id, version_no) REFERENCES content.version
);
CREATE INDEX mention_of_organisation ON content.mention (organisation_id);
GRANT SELECT, INSERT ON content.mention TO xinheng_app;

CREATE TABLE content.act (
    item_id    bigint NOT NULL,
    no         int NOT NULL CHECK (no > 0),
    kind       text NOT NULL CHECK (kind IN ('PUBLISH', 'WITHDRAW')),
    version_no int NOT NULL,
    reason     text NOT NULL,
    actor      text NOT NULL CHECK (actor <> ''),
    taken_at   timestamptz NOT NULL,
    PRIMARY KEY (item_id, no),
    FOREIGN KEY (item_id, version_no) REFERENCES content.version,
    CHECK ((kind = 'WITHDRAW') = (reason <> ''))
);
GRANT SELECT, INSERT ON content.act TO xinheng_app;

-- Four eyes: nobody publishes what he wrote. A withdrawn item stays withdrawn.
CREATE FUNCTION content.act_is_lawful() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before content.act;
    wrote text;
BEGIN
    SELECT a.* INTO before FROM content.act a WHERE a.item_id = NEW.item_id ORDER BY a.no DESC LIMIT 1;
    SELECT v.writer INTO wrote FROM content.version v WHERE v.item_id = NEW.item_id AND v.no = NEW.version_no;
    IF NEW.no <> coalesce(before.no, 0) + 1 THEN
        RAISE EXCEPTION 'acts of an item are numbered without a gap' USING ERRCODE = 'check_violation';
    END IF;
    IF before.kind = 'WITHDRAW' THEN
        RAISE EXCEPTION 'a withdrawn item stays withdrawn' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.kind = 'PUBLISH' AND wrote = NEW.actor THEN
        RAISE EXCEPTION 'nobody publishes what he wrote' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.kind = 'WITHDRAW' AND before.kind IS DISTINCT FROM 'PUBLISH' THEN
        RAISE EXCEPTION 'only what is published is withdrawn' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER act_is_lawful BEFORE INSERT ON content.act FOR EACH ROW EXECUTE FUNCTION content.act_is_lawful();

CREATE VIEW content.standing AS
    SELECT DISTINCT ON (a.item_id) a.item_id, a.kind, a.version_no, a.reason, a.actor, a.taken_at,
           (SELECT min(f.taken_at) FROM content.act f WHERE f.item_id = a.item_id) AS first_published
      FROM content.act a ORDER BY a.item_id, a.no DESC;
GRANT SELECT ON content.standing TO xinheng_app;
