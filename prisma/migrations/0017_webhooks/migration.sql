-- CreateEnum
CREATE TYPE "hook_delivery_state" AS ENUM ('waiting', 'done', 'ignored', 'dead');

-- CreateEnum
CREATE TYPE "webhook_delivery_state" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "hooks" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "secret" BYTEA,
    "mapping" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_received_at" TIMESTAMPTZ(3),
    "last_refused_at" TIMESTAMPTZ(3),
    "last_refusal" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "hooks_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "hook_deliveries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hook_id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "state" "hook_delivery_state" NOT NULL DEFAULT 'waiting',
    "written" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "body" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "hook_deliveries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "events" TEXT[],
    "theme_ids" UUID[],
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_delivered_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" "webhook_delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "failure" TEXT,
    "next_attempt_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hooks_address_hash_key" ON "hooks"("address_hash");

-- CreateIndex
CREATE INDEX "hook_deliveries_workspace_id_hook_id_received_at_id_idx" ON "hook_deliveries"("workspace_id", "hook_id", "received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "hook_deliveries_workspace_id_received_at_idx" ON "hook_deliveries"("workspace_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "hook_deliveries_workspace_id_hook_id_message_id_key" ON "hook_deliveries"("workspace_id", "hook_id", "message_id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_workspace_id_endpoint_id_id_idx" ON "webhook_deliveries"("workspace_id", "endpoint_id", "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_workspace_id_created_at_idx" ON "webhook_deliveries"("workspace_id", "created_at");

-- AddForeignKey
ALTER TABLE "hooks" ADD CONSTRAINT "hooks_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hooks" ADD CONSTRAINT "hooks_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hook_deliveries" ADD CONSTRAINT "hook_deliveries_workspace_id_hook_id_fkey" FOREIGN KEY ("workspace_id", "hook_id") REFERENCES "hooks"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_workspace_id_endpoint_id_fkey" FOREIGN KEY ("workspace_id", "endpoint_id") REFERENCES "webhook_endpoints"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "hooks" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "hooks" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "hook_deliveries" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "hook_deliveries" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "webhook_endpoints" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "webhook_endpoints" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "webhook_deliveries" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "webhook_deliveries" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "hooks" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "hook_deliveries" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "webhook_endpoints" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "webhook_deliveries" ALTER COLUMN workspace_id SET STATISTICS 0;

-- The token of an address opens its one hook before a workspace is known.
CREATE POLICY by_credential ON "hooks" FOR SELECT USING (address_hash = current_credential_hash());
