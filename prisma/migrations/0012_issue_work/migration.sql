-- CreateEnum
CREATE TYPE "tracker" AS ENUM ('jira', 'linear', 'github');

-- CreateEnum
CREATE TYPE "ticket_state" AS ENUM ('requested', 'created', 'failed');

-- AlterTable
ALTER TABLE "issues" ADD COLUMN     "effort_days" DOUBLE PRECISION,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "split_from_id" UUID;

-- CreateTable
CREATE TABLE "issue_links" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_links_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue_evidence" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "pinned_by_id" UUID,
    "pinned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_evidence_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue_views" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issue_views_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "tracker" "tracker" NOT NULL,
    "state" "ticket_state" NOT NULL DEFAULT 'requested',
    "external_id" TEXT,
    "key" TEXT,
    "url" TEXT,
    "external_status" TEXT,
    "progress" TEXT,
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "synced_at" TIMESTAMPTZ(3),

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "share_links" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issue_id" UUID,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "issue_links_workspace_id_issue_id_url_key" ON "issue_links"("workspace_id", "issue_id", "url");

-- CreateIndex
CREATE INDEX "issue_evidence_workspace_id_feedback_id_idx" ON "issue_evidence"("workspace_id", "feedback_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_evidence_workspace_id_issue_id_feedback_id_key" ON "issue_evidence"("workspace_id", "issue_id", "feedback_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_views_workspace_id_member_id_name_key" ON "issue_views"("workspace_id", "member_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_workspace_id_issue_id_tracker_key" ON "tickets"("workspace_id", "issue_id", "tracker");

-- CreateIndex
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links"("token_hash");

-- CreateIndex
CREATE INDEX "share_links_workspace_id_issue_id_idx" ON "share_links"("workspace_id", "issue_id");

-- CreateIndex
CREATE INDEX "audit_entries_workspace_id_subject_id_occurred_at_id_idx" ON "audit_entries"("workspace_id", "subject_id", "occurred_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "issues" ADD CONSTRAINT "issues_workspace_id_merged_into_id_fkey" FOREIGN KEY ("workspace_id", "merged_into_id") REFERENCES "issues"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issues" ADD CONSTRAINT "issues_workspace_id_split_from_id_fkey" FOREIGN KEY ("workspace_id", "split_from_id") REFERENCES "issues"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_links" ADD CONSTRAINT "issue_links_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issues"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_evidence" ADD CONSTRAINT "issue_evidence_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issues"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_evidence" ADD CONSTRAINT "issue_evidence_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_evidence" ADD CONSTRAINT "issue_evidence_workspace_id_pinned_by_id_fkey" FOREIGN KEY ("workspace_id", "pinned_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_views" ADD CONSTRAINT "issue_views_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issues"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_workspace_id_requested_by_id_fkey" FOREIGN KEY ("workspace_id", "requested_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "issues"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "issue_links" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "issue_links" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "issue_evidence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "issue_evidence" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "issue_views" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "issue_views" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "tickets" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "tickets" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "share_links" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "share_links" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- The token of a link opens its one row before a workspace is known.
CREATE POLICY by_credential ON "share_links" FOR SELECT USING (token_hash = current_credential_hash());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "issue_links" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "issue_evidence" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "issue_views" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "tickets" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "share_links" ALTER COLUMN workspace_id SET STATISTICS 0;
