-- The planner must not know how many rows a workspace has. It learns that only when a tenth of a table has changed, so for
-- a workspace that has just been filled it expected one row and joined row by row: minutes instead of a fraction of a
-- second. Without statistics of the column it takes every workspace for one of two hundred, which is right enough for all.
DO $$
DECLARE
  tenant record;
BEGIN
  FOR tenant IN
    SELECT c.oid::regclass AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN workspace_id SET STATISTICS 0', tenant.name);
  END LOOP;
END $$;
