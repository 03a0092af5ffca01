-- What the ranking keeps between runs: each unit's problem mentions (lib/impact/refresh-unit-mentions.ts).
-- CreateTable
CREATE TABLE "unit_mentions" (
    "workspace_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "has_account" BOOLEAN NOT NULL,
    "said" TEXT NOT NULL,

    CONSTRAINT "unit_mentions_pkey" PRIMARY KEY ("workspace_id","unit_id")
);

-- CreateTable
CREATE TABLE "mention_marks" (
    "workspace_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "statement_id" UUID,
    "unit_id" UUID,

    CONSTRAINT "mention_marks_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "mention_rules" (
    "workspace_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,

    CONSTRAINT "mention_rules_pkey" PRIMARY KEY ("workspace_id")
);

ALTER TABLE "mention_marks" ADD CONSTRAINT "mention_marks_of_one" CHECK (num_nonnulls("statement_id", "unit_id") = 1);

-- The database itself marks what a write may have changed, so that no writer can forget to. Marks are only ever added, never looked
-- for: writers do not wait for one another. Columns are those that the query over problem mentions reads; a test compares them.
CREATE FUNCTION "mark_statement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO mention_marks (workspace_id, statement_id) VALUES (OLD.workspace_id, OLD.feedback_id);
  END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.feedback_id <> OLD.feedback_id THEN
    INSERT INTO mention_marks (workspace_id, statement_id) VALUES (NEW.workspace_id, NEW.feedback_id);
  END IF;
  RETURN NULL;
END
$$;

-- Whose a statement is now is looked up when marks are read; whose it was, only this row still says.
CREATE FUNCTION "mark_unit"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO mention_marks (workspace_id, unit_id)
  VALUES (OLD.workspace_id, coalesce(OLD.account_id, OLD.contact_id, OLD.id));
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO mention_marks (workspace_id, statement_id) VALUES (NEW.workspace_id, NEW.id);
  END IF;
  RETURN NULL;
END
$$;

-- A mention begins and ends with its assignment: one goes with its span, its statement and its theme. New statements and spans mark nothing.
CREATE TRIGGER "mark_assigned" AFTER INSERT OR DELETE ON "theme_assignments"
  FOR EACH ROW EXECUTE FUNCTION mark_statement();
CREATE TRIGGER "mark_assignment" AFTER UPDATE OF "theme_id", "span_id", "feedback_id", "sentiment_maker", "sentiment_label" ON "theme_assignments"
  FOR EACH ROW WHEN (
    (OLD.theme_id, OLD.span_id, OLD.feedback_id, OLD.sentiment_maker, OLD.sentiment_label)
    IS DISTINCT FROM (NEW.theme_id, NEW.span_id, NEW.feedback_id, NEW.sentiment_maker, NEW.sentiment_label))
  EXECUTE FUNCTION mark_statement();
CREATE TRIGGER "mark_span" AFTER UPDATE OF "feedback_id", "sentiment_label", "sentiment_score", "kind" ON "spans"
  FOR EACH ROW WHEN (
    (OLD.feedback_id, OLD.sentiment_label, OLD.sentiment_score, OLD.kind)
    IS DISTINCT FROM (NEW.feedback_id, NEW.sentiment_label, NEW.sentiment_score, NEW.kind))
  EXECUTE FUNCTION mark_statement();
CREATE TRIGGER "mark_feedback" AFTER UPDATE OF "account_id", "contact_id", "occurred_at" ON "feedback"
  FOR EACH ROW WHEN (
    (OLD.account_id, OLD.contact_id, OLD.occurred_at) IS DISTINCT FROM (NEW.account_id, NEW.contact_id, NEW.occurred_at))
  EXECUTE FUNCTION mark_unit();
CREATE TRIGGER "mark_feedback_gone" AFTER DELETE ON "feedback"
  FOR EACH ROW EXECUTE FUNCTION mark_unit();

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "unit_mentions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "unit_mentions" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "mention_marks" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "mention_marks" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "mention_rules" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "mention_rules" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "unit_mentions" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "mention_marks" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "mention_rules" ALTER COLUMN workspace_id SET STATISTICS 0;
