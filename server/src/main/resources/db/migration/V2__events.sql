-- Spring Modulith's outbox: an event is kept here until each of its listeners has dealt with it, and deleted then.
CREATE SCHEMA events;
GRANT USAGE ON SCHEMA events TO xinheng_app;

CREATE TABLE events.event_publication (
    id                     uuid PRIMARY KEY,
    listener_id            text NOT NULL,
    event_type             text NOT NULL,
    serialized_event       text NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);
CREATE INDEX ON events.event_publication USING hash (serialized_event);
CREATE INDEX ON events.event_publication (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON events.event_publication TO xinheng_app;
