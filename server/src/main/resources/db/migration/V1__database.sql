-- Nothing is open by default: each module's migration creates the module's schema and grants the app role what it may
-- do, table by table: GRANT USAGE ON SCHEMA m TO xinheng_app; GRANT SELECT, INSERT ON m.t TO xinheng_app;
-- functions too: GRANT EXECUTE ON FUNCTION m.f TO xinheng_app. The schema "migration" holds Flyway's history only.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
