-- Reassignments can be stopped; alerts have a level per theme.
-- CreateEnum
CREATE TYPE "alert_level" AS ENUM ('off', 'quiet', 'sensitive');

-- AlterTable
ALTER TABLE "theme_reassignments" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "theme_alert_levels" (
    "workspace_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "level" "alert_level" NOT NULL,

    CONSTRAINT "theme_alert_levels_pkey" PRIMARY KEY ("workspace_id","theme_id")
);

-- AddForeignKey
ALTER TABLE "theme_alert_levels" ADD CONSTRAINT "theme_alert_levels_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "theme_alert_levels" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "theme_alert_levels" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "theme_alert_levels" ALTER COLUMN workspace_id SET STATISTICS 0;
