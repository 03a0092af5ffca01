-- DropIndex
DROP INDEX "answers_workspace_id_response_id_idx";

-- AlterTable
ALTER TABLE "responses" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "completed_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_answers" JSONB,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "suspect_reason" TEXT;

-- AlterTable
ALTER TABLE "surveys" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "delivery" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "public_key" TEXT;

-- CreateTable
CREATE TABLE "survey_sites" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_sites_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "asking_preferences" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "never_ask" BOOLEAN NOT NULL DEFAULT false,
    "snoozed_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asking_preferences_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "survey_sites_public_key_key" ON "survey_sites"("public_key");

-- CreateIndex
CREATE UNIQUE INDEX "asking_preferences_workspace_id_contact_id_key" ON "asking_preferences"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "answers_workspace_id_response_id_question_id_key" ON "answers"("workspace_id", "response_id", "question_id");

-- CreateIndex
CREATE INDEX "responses_workspace_id_survey_id_submitted_at_idx" ON "responses"("workspace_id", "survey_id", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "surveys_public_key_key" ON "surveys"("public_key");

-- AddForeignKey
ALTER TABLE "asking_preferences" ADD CONSTRAINT "asking_preferences_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "survey_sites" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "survey_sites" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "asking_preferences" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "asking_preferences" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "survey_sites" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "asking_preferences" ALTER COLUMN workspace_id SET STATISTICS 0;

-- The public key that an address or a script on a customer's page names: opens the one row it belongs to.
CREATE FUNCTION current_public_key() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.public_key', true), '') $$;
CREATE POLICY by_public_key ON "surveys" FOR SELECT USING (public_key = current_public_key());
CREATE POLICY by_public_key ON "survey_sites" FOR SELECT USING (public_key = current_public_key());
