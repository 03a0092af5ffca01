-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "phone" TEXT;

-- CreateTable
CREATE TABLE "contact_merges" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "dropped_id" UUID NOT NULL,
    "dropped" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "member_id" UUID,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_merges_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact_distinctions" (
    "workspace_id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_distinctions_pkey" PRIMARY KEY ("workspace_id","low_id","high_id")
);

-- CreateIndex
CREATE INDEX "contact_merges_workspace_id_kept_id_idx" ON "contact_merges"("workspace_id", "kept_id");

-- CreateIndex
CREATE INDEX "contact_merges_workspace_id_import_id_idx" ON "contact_merges"("workspace_id", "import_id");

-- CreateIndex
CREATE INDEX "contact_distinctions_workspace_id_high_id_idx" ON "contact_distinctions"("workspace_id", "high_id");

-- CreateIndex
CREATE INDEX "contacts_workspace_id_phone_idx" ON "contacts"("workspace_id", "phone");

-- AddForeignKey
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_workspace_id_kept_id_fkey" FOREIGN KEY ("workspace_id", "kept_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_merges" ADD CONSTRAINT "contact_merges_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_distinctions" ADD CONSTRAINT "contact_distinctions_workspace_id_low_id_fkey" FOREIGN KEY ("workspace_id", "low_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_distinctions" ADD CONSTRAINT "contact_distinctions_workspace_id_high_id_fkey" FOREIGN KEY ("workspace_id", "high_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_distinctions" ADD CONSTRAINT "contact_distinctions_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Who has an address at a company, and who has the same name.
CREATE INDEX contacts_email_domain_idx ON "contacts" (workspace_id, split_part(email, '@', 2));
CREATE INDEX contacts_lower_name_idx ON "contacts" (workspace_id, lower(name));
CREATE INDEX accounts_lower_domain_idx ON "accounts" (workspace_id, lower(domain));

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "contact_merges" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "contact_merges" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "contact_distinctions" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "contact_distinctions" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "contact_merges" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "contact_distinctions" ALTER COLUMN workspace_id SET STATISTICS 0;
