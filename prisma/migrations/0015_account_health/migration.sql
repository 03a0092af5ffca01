-- CreateEnum
CREATE TYPE "health_outcome" AS ENUM ('churn', 'contraction', 'expansion');

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "owner_id" UUID;

-- CreateTable
CREATE TABLE "health_models" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outcome" "health_outcome" NOT NULL,
    "as_of" DATE NOT NULL,
    "withheld" TEXT,
    "event_account_ids" UUID[],
    "details" JSONB,
    "trained_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "health_models_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "account_health" (
    "workspace_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "chance" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "account_health_pkey" PRIMARY KEY ("workspace_id","model_id","account_id")
);

-- CreateIndex
CREATE INDEX "health_models_workspace_id_outcome_trained_at_idx" ON "health_models"("workspace_id", "outcome", "trained_at");

-- CreateIndex
CREATE INDEX "account_health_workspace_id_account_id_idx" ON "account_health"("workspace_id", "account_id");

-- CreateIndex
CREATE INDEX "accounts_workspace_id_owner_id_idx" ON "accounts"("workspace_id", "owner_id");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_health" ADD CONSTRAINT "account_health_workspace_id_model_id_fkey" FOREIGN KEY ("workspace_id", "model_id") REFERENCES "health_models"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_health" ADD CONSTRAINT "account_health_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "health_models" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "health_models" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "account_health" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "account_health" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "health_models" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "account_health" ALTER COLUMN workspace_id SET STATISTICS 0;
