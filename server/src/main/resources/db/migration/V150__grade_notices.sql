-- Notices before a bad grade is given out (评价结果事先告知), what the organisation answered, what was decided then. Append-only.

-- records: opaque addresses of the records that burdened the organisation when it was told; a further one asks for a new notice.
-- answer_by: last day to answer, counted when the notice was served.
CREATE TABLE evaluation.notice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL,
    model           text NOT NULL,
    grade           text NOT NULL,
    day             date NOT NULL,
    records         text[] NOT NULL,
    document_id     bigint NOT NULL UNIQUE REFERENCES service.document,
    answer_by       date NOT NULL,
    actor           text NOT NULL,
    served_at       timestamptz NOT NULL
);
CREATE INDEX notice_of_organisation ON evaluation.notice (organisation_id, model, id);

CREATE TABLE evaluation.notice_answer (
    notice_id   bigint PRIMARY KEY REFERENCES evaluation.notice,
    body        text NOT NULL CHECK (body <> ''),
    actor       text NOT NULL,
    answered_at timestamptz NOT NULL
);

-- released: whether the grade may be given out.
CREATE TABLE evaluation.notice_decision (
    notice_id  bigint PRIMARY KEY REFERENCES evaluation.notice,
    released   boolean NOT NULL,
    reasons    text NOT NULL CHECK (reasons <> ''),
    actor      text NOT NULL,
    decided_at timestamptz NOT NULL
);

-- Whoever has neither answered nor let the time go by has not been heard.
CREATE FUNCTION evaluation.heard_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.released
       AND NOT EXISTS (SELECT FROM evaluation.notice_answer a WHERE a.notice_id = NEW.notice_id)
       AND EXISTS (SELECT FROM evaluation.notice n WHERE n.id = NEW.notice_id
                      AND (NEW.decided_at AT TIME ZONE 'Asia/Shanghai')::date <= n.answer_by) THEN
        RAISE EXCEPTION 'notice % still waits for its answer', NEW.notice_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER heard_first BEFORE INSERT ON evaluation.notice_decision
    FOR EACH ROW EXECUTE FUNCTION evaluation.heard_first();

GRANT SELECT, INSERT ON evaluation.notice, evaluation.notice_answer, evaluation.notice_decision TO xinheng_app;
