-- CreateEnum
CREATE TYPE "adaptation_status" AS ENUM ('waiting', 'running', 'used', 'not_used', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "rereading_status" AS ENUM ('running', 'stopped', 'replaced', 'finished');

-- CreateTable
CREATE TABLE "adaptations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "adaptation_status" NOT NULL DEFAULT 'waiting',
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "progress" REAL NOT NULL DEFAULT 0,
    "labels" INTEGER NOT NULL DEFAULT 0,
    "ratings" INTEGER NOT NULL DEFAULT 0,
    "base_version" TEXT,
    "report" JSONB,
    "model_version_id" UUID,

    CONSTRAINT "adaptations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "rereadings" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" "rereading_status" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "after_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rereadings_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "adaptations_workspace_id_number_key" ON "adaptations"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "rereadings_workspace_id_started_at_idx" ON "rereadings"("workspace_id", "started_at");

-- CreateIndex
CREATE INDEX "annotations_workspace_id_member_id_idx" ON "annotations"("workspace_id", "member_id");

-- AddForeignKey
ALTER TABLE "adaptations" ADD CONSTRAINT "adaptations_workspace_id_requested_by_id_fkey" FOREIGN KEY ("workspace_id", "requested_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adaptations" ADD CONSTRAINT "adaptations_workspace_id_model_version_id_fkey" FOREIGN KEY ("workspace_id", "model_version_id") REFERENCES "model_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;



-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "adaptations" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "adaptations" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "rereadings" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "rereadings" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "adaptations" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "rereadings" ALTER COLUMN workspace_id SET STATISTICS 0;
