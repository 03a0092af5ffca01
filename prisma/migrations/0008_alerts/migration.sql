-- Nothing has written alerts before this version: the table is empty, and its new columns need no values.
-- CreateEnum
CREATE TYPE "alert_kind" AS ENUM ('theme_surge', 'new_theme', 'score_change');

-- CreateEnum
CREATE TYPE "alert_state" AS ENUM ('open', 'acknowledged', 'dismissed');

-- DropIndex
DROP INDEX "alerts_workspace_id_raised_at_idx";

-- AlterTable
ALTER TABLE "alerts" DROP COLUMN "acknowledged_at",
ADD COLUMN     "count" INTEGER,
ADD COLUMN     "day" DATE NOT NULL,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "expected" DOUBLE PRECISION,
ADD COLUMN     "last_day" DATE NOT NULL,
ADD COLUMN     "p_value" DOUBLE PRECISION,
ADD COLUMN     "q_value" DOUBLE PRECISION,
ADD COLUMN     "quote_ids" UUID[],
ADD COLUMN     "state" "alert_state" NOT NULL DEFAULT 'open',
ADD COLUMN     "subject" TEXT NOT NULL,
ADD COLUMN     "threshold" DOUBLE PRECISION,
DROP COLUMN "kind",
ADD COLUMN     "kind" "alert_kind" NOT NULL,
ALTER COLUMN "raised_at" SET DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "alert_rules" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "alert_kind" NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "parameters" JSONB NOT NULL,
    "judged_to" DATE,
    "judged_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alert_rules_workspace_id_kind_key" ON "alert_rules"("workspace_id", "kind");

-- CreateIndex
CREATE INDEX "alerts_workspace_id_day_id_idx" ON "alerts"("workspace_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "alerts_workspace_id_theme_id_idx" ON "alerts"("workspace_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "alerts_workspace_id_kind_subject_day_key" ON "alerts"("workspace_id", "kind", "subject", "day");

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_decided_by_id_fkey" FOREIGN KEY ("workspace_id", "decided_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "alert_rules" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "alert_rules" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "alert_rules" ALTER COLUMN workspace_id SET STATISTICS 0;
