-- CreateEnum
CREATE TYPE "theme_proposal_kind" AS ENUM ('new_theme', 'growth', 'split', 'drift', 'quiet');

-- CreateEnum
CREATE TYPE "theme_proposal_status" AS ENUM ('open', 'accepted', 'declined', 'superseded');

-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "themed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "theme_decisions" ADD COLUMN     "batch_id" UUID;
-- Every decision so far was an act of its own.
UPDATE "theme_decisions" SET "batch_id" = "id";
ALTER TABLE "theme_decisions" ALTER COLUMN "batch_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "themes" ADD COLUMN     "definition" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "examples" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "exclude_terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "excluded_at" TIMESTAMPTZ(3),
ADD COLUMN     "include_terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "split_from_id" UUID,
ADD COLUMN     "steered_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "theme_first_assignments" (
    "workspace_id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "is_problem" BOOLEAN NOT NULL,
    "model_version_id" UUID,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "theme_first_assignments_pkey" PRIMARY KEY ("workspace_id","feedback_id","theme_id")
);

-- CreateTable
CREATE TABLE "theme_discovery_runs" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "spans" INTEGER NOT NULL,

    CONSTRAINT "theme_discovery_runs_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "theme_proposals" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "kind" "theme_proposal_kind" NOT NULL,
    "status" "theme_proposal_status" NOT NULL DEFAULT 'open',
    "theme_id" UUID,
    "candidate" JSONB,
    "evidence" JSONB NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "theme_proposals_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "theme_reassignments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "after_id" UUID,

    CONSTRAINT "theme_reassignments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "theme_first_assignments_workspace_id_theme_id_idx" ON "theme_first_assignments"("workspace_id", "theme_id");

-- CreateIndex
CREATE INDEX "theme_discovery_runs_workspace_id_ran_at_idx" ON "theme_discovery_runs"("workspace_id", "ran_at");

-- CreateIndex
CREATE INDEX "theme_proposals_workspace_id_status_idx" ON "theme_proposals"("workspace_id", "status");

-- CreateIndex
CREATE INDEX "theme_reassignments_workspace_id_requested_at_idx" ON "theme_reassignments"("workspace_id", "requested_at");

-- CreateIndex
CREATE INDEX "theme_decisions_workspace_id_batch_id_idx" ON "theme_decisions"("workspace_id", "batch_id");

-- AddForeignKey
ALTER TABLE "themes" ADD CONSTRAINT "themes_workspace_id_split_from_id_fkey" FOREIGN KEY ("workspace_id", "split_from_id") REFERENCES "themes"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_first_assignments" ADD CONSTRAINT "theme_first_assignments_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_first_assignments" ADD CONSTRAINT "theme_first_assignments_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_first_assignments" ADD CONSTRAINT "theme_first_assignments_workspace_id_model_version_id_fkey" FOREIGN KEY ("workspace_id", "model_version_id") REFERENCES "model_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_proposals" ADD CONSTRAINT "theme_proposals_workspace_id_run_id_fkey" FOREIGN KEY ("workspace_id", "run_id") REFERENCES "theme_discovery_runs"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_proposals" ADD CONSTRAINT "theme_proposals_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_proposals" ADD CONSTRAINT "theme_proposals_workspace_id_decided_by_id_fkey" FOREIGN KEY ("workspace_id", "decided_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;



-- What was assigned so far is the first that was assigned, as far as anybody knows.
INSERT INTO "theme_first_assignments" ("workspace_id", "feedback_id", "theme_id", "is_problem", "model_version_id", "assigned_at")
SELECT a.workspace_id, a.feedback_id, coalesce(t.merged_into_id, t.id),
  bool_or(s.sentiment_label IS DISTINCT FROM 'positive' AND s.kind IS DISTINCT FROM 'praise'
    AND s.kind IS DISTINCT FROM 'question' AND s.kind IS DISTINCT FROM 'no_content'),
  (array_agg(a.model_version_id))[1], min(a.created_at)
FROM "theme_assignments" a
  JOIN "themes" t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
  JOIN "spans" s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
GROUP BY 1, 2, 3;
UPDATE "feedback" f SET "themed_at" = now()
WHERE f.annotated_at IS NOT NULL AND EXISTS (
  SELECT 1 FROM "model_versions" m WHERE m.workspace_id = f.workspace_id AND m.purpose = 'themes');

-- Row-level security, as for every table of a workspace (see the first migration), and no statistics of it (see 0004).
ALTER TABLE "theme_first_assignments" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "theme_first_assignments" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "theme_first_assignments" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "theme_discovery_runs" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "theme_discovery_runs" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "theme_discovery_runs" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "theme_proposals" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "theme_proposals" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "theme_proposals" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "theme_reassignments" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "theme_reassignments" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "theme_reassignments" ALTER COLUMN workspace_id SET STATISTICS 0;
