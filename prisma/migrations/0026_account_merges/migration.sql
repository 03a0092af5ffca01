-- CreateTable
CREATE TABLE "account_keys" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "account_keys_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "account_merges" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "dropped_id" UUID NOT NULL,
    "dropped" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_merges_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "account_distinctions" (
    "workspace_id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_distinctions_pkey" PRIMARY KEY ("workspace_id","low_id","high_id")
);

-- CreateIndex
CREATE INDEX "account_keys_workspace_id_account_id_idx" ON "account_keys"("workspace_id", "account_id");

-- CreateIndex
CREATE INDEX "account_merges_workspace_id_kept_id_idx" ON "account_merges"("workspace_id", "kept_id");

-- CreateIndex
CREATE INDEX "account_distinctions_workspace_id_high_id_idx" ON "account_distinctions"("workspace_id", "high_id");

-- AddForeignKey
ALTER TABLE "account_keys" ADD CONSTRAINT "account_keys_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_workspace_id_kept_id_fkey" FOREIGN KEY ("workspace_id", "kept_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_distinctions" ADD CONSTRAINT "account_distinctions_workspace_id_low_id_fkey" FOREIGN KEY ("workspace_id", "low_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_distinctions" ADD CONSTRAINT "account_distinctions_workspace_id_high_id_fkey" FOREIGN KEY ("workspace_id", "high_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_distinctions" ADD CONSTRAINT "account_distinctions_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "account_keys" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "account_keys" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "account_merges" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "account_merges" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "account_distinctions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "account_distinctions" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "account_keys" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "account_merges" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "account_distinctions" ALTER COLUMN workspace_id SET STATISTICS 0;
