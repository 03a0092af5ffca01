-- Who bought it, where that is known.
ALTER TABLE "transactions" ADD COLUMN "contact_id" UUID;

-- CreateIndex
CREATE INDEX "transactions_workspace_id_contact_id_idx" ON "transactions"("workspace_id", "contact_id");

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
