-- Logos that surveys show.
-- CreateTable
CREATE TABLE "survey_logos" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_logos_pkey" PRIMARY KEY ("workspace_id","id")
);

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "survey_logos" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "survey_logos" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "survey_logos" ALTER COLUMN workspace_id SET STATISTICS 0;
