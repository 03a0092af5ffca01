-- CreateEnum
CREATE TYPE "api_key_kind" AS ENUM ('secret', 'public');

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "kind" "api_key_kind" NOT NULL DEFAULT 'secret';

-- CreateTable
CREATE TABLE "api_requests" (
    "workspace_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_requests_pkey" PRIMARY KEY ("workspace_id","api_key_id","key")
);

-- CreateIndex
CREATE INDEX "api_requests_workspace_id_created_at_idx" ON "api_requests"("workspace_id", "created_at");

-- AddForeignKey
ALTER TABLE "api_requests" ADD CONSTRAINT "api_requests_workspace_id_api_key_id_fkey" FOREIGN KEY ("workspace_id", "api_key_id") REFERENCES "api_keys"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "api_requests" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "api_requests" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "api_requests" ALTER COLUMN workspace_id SET STATISTICS 0;
