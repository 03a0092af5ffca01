-- What hangs on a person or an account is looked for at each one that is removed: without these, some milliseconds for
-- every person where 45,000 uses are kept, and undoing an import may remove a hundred thousand.
CREATE INDEX "usage_events_workspace_id_contact_id_idx" ON "usage_events"("workspace_id", "contact_id");
CREATE INDEX "conversations_workspace_id_contact_id_idx" ON "conversations"("workspace_id", "contact_id");
CREATE INDEX "import_changes_workspace_id_account_id_idx" ON "import_changes"("workspace_id", "account_id");
