-- CreateTable
CREATE TABLE "feedback_originals" (
    "workspace_id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "feedback_originals_pkey" PRIMARY KEY ("workspace_id","feedback_id")
);

-- CreateIndex
CREATE INDEX "contacts_workspace_id_name_idx" ON "contacts"("workspace_id", "name");

-- AddForeignKey
ALTER TABLE "feedback_originals" ADD CONSTRAINT "feedback_originals_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace.
ALTER TABLE "feedback_originals" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "feedback_originals" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
