-- The planner believes what it last counted, and autovacuum counts once a minute: a list of 8,000 rows that came into an emptied
-- table was joined row by row until its time was up. Counting takes the owner of a table, so the application does it through this.
CREATE FUNCTION "refresh_statistics"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  stale record;
BEGIN
  FOR stale IN
    SELECT relid::regclass AS name FROM pg_stat_user_tables s
      JOIN pg_class c ON c.oid = s.relid
    WHERE c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
      AND s.n_mod_since_analyze > 1000 AND s.n_mod_since_analyze > s.n_live_tup / 10
    ORDER BY s.relid
  LOOP
    EXECUTE format('ANALYZE %s', stale.name);
  END LOOP;
END
$$;
