-- Scales of scores that are those of no metric.
ALTER TABLE "questions" ADD COLUMN "scale_low" INTEGER, ADD COLUMN "scale_high" INTEGER;

-- CreateEnum
CREATE TYPE "turn_side" AS ENUM ('staff', 'unknown');

-- CreateTable
CREATE TABLE "conversation_turns" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "side" "turn_side" NOT NULL,
    "speaker" TEXT,
    "contact_id" UUID,
    "text" TEXT NOT NULL,
    "redactions" JSONB NOT NULL DEFAULT '[]',
    "custom" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_turns_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "conversation_turns_workspace_id_contact_id_idx" ON "conversation_turns"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_turns_workspace_id_conversation_id_external_id_key" ON "conversation_turns"("workspace_id", "conversation_id", "external_id");

-- AddForeignKey
ALTER TABLE "conversation_turns" ADD CONSTRAINT "conversation_turns_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_turns" ADD CONSTRAINT "conversation_turns_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "conversation_turns" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "conversation_turns" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "conversation_turns" ALTER COLUMN workspace_id SET STATISTICS 0;

-- CreateTable
CREATE TABLE "account_moves" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "import_id" UUID,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_moves_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "account_moves_workspace_id_account_id_moved_at_idx" ON "account_moves"("workspace_id", "account_id", "moved_at");

-- AddForeignKey
ALTER TABLE "account_moves" ADD CONSTRAINT "account_moves_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "account_moves" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "account_moves" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "account_moves" ALTER COLUMN workspace_id SET STATISTICS 0;
