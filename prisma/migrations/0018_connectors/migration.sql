-- CreateEnum
CREATE TYPE "connector_run_state" AS ENUM ('running', 'succeeded', 'interrupted', 'waiting', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "connectors" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "secrets" BYTEA NOT NULL,
    "interval_minutes" INTEGER NOT NULL,
    "since" DATE NOT NULL,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "cursors" JSONB NOT NULL DEFAULT '{}',
    "reached_at" TIMESTAMPTZ(3),
    "next_run_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "needs_person" BOOLEAN NOT NULL DEFAULT false,
    "last_success_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connectors_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "connector_runs" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connector_id" UUID NOT NULL,
    "state" "connector_run_state" NOT NULL DEFAULT 'running',
    "pages" INTEGER NOT NULL DEFAULT 0,
    "received" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "connector_runs_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "connector_runs_workspace_id_connector_id_id_idx" ON "connector_runs"("workspace_id", "connector_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connectors" ADD CONSTRAINT "connectors_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connector_runs" ADD CONSTRAINT "connector_runs_workspace_id_connector_id_fkey" FOREIGN KEY ("workspace_id", "connector_id") REFERENCES "connectors"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "connectors" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "connectors" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "connector_runs" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "connector_runs" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "connectors" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "connector_runs" ALTER COLUMN workspace_id SET STATISTICS 0;
