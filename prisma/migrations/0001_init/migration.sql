-- CreateEnum
CREATE TYPE "identity_kind" AS ENUM ('email', 'phone', 'external', 'device');

-- CreateEnum
CREATE TYPE "field_subject" AS ENUM ('account', 'contact', 'feedback');

-- CreateEnum
CREATE TYPE "field_kind" AS ENUM ('text', 'number', 'date', 'boolean', 'category');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('survey', 'ticket', 'review', 'call', 'chat', 'email', 'social', 'other');

-- CreateEnum
CREATE TYPE "sentiment_label" AS ENUM ('negative', 'neutral', 'positive');

-- CreateEnum
CREATE TYPE "statement_kind" AS ENUM ('problem', 'request', 'praise', 'question', 'statement', 'no_content');

-- CreateEnum
CREATE TYPE "maker" AS ENUM ('engine', 'llm', 'human');

-- CreateEnum
CREATE TYPE "aspect" AS ENUM ('language', 'sentiment', 'kind');

-- CreateEnum
CREATE TYPE "model_purpose" AS ENUM ('annotation', 'themes');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('csv', 'survey', 'api', 'webhook', 'connector', 'sample');

-- CreateEnum
CREATE TYPE "import_target" AS ENUM ('feedback', 'accounts');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('uploaded', 'queued', 'running', 'cancelling', 'cancelled', 'succeeded', 'failed', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "issue_status" AS ENUM ('new', 'investigating', 'planned', 'shipped', 'wont_do');

-- CreateEnum
CREATE TYPE "metric" AS ENUM ('nps', 'csat', 'ces', 'rating');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'cx_lead', 'product_manager', 'success_manager', 'viewer');

-- CreateTable
CREATE TABLE "accounts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "plan" TEXT,
    "segment" TEXT,
    "industry" TEXT,
    "country" TEXT,
    "arr_cents" BIGINT,
    "currency" CHAR(3),
    "strategic_weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "started_at" DATE,
    "renewal_at" DATE,
    "churned_at" DATE,
    "churn_reason" TEXT,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "account_arr" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "arr_cents" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "account_arr_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "external_id" TEXT,
    "name" TEXT,
    "email" TEXT,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact_identities" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "kind" "identity_kind" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "contact_identities_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "employments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "title" TEXT,
    "started_at" DATE,
    "ended_at" DATE,

    CONSTRAINT "employments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "usage_events" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "contact_id" UUID,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "transactions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transactions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "custom_fields" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" "field_subject" NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "field_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "segments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" "field_subject" NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "segments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "subject" TEXT,
    "account_id" UUID,
    "contact_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "import_id" UUID,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "conversation_id" UUID,
    "response_id" UUID,
    "account_id" UUID,
    "contact_id" UUID,
    "import_id" UUID,
    "title" TEXT,
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "redactions" JSONB NOT NULL DEFAULT '[]',
    "url" TEXT,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "annotated_at" TIMESTAMPTZ(3),
    "language" TEXT,
    "sentiment_label" "sentiment_label",
    "sentiment_score" REAL,
    "sentiment_confidence" REAL,
    "kind" "statement_kind",

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "spans" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "sentiment_label" "sentiment_label",
    "sentiment_score" REAL,
    "kind" "statement_kind",

    CONSTRAINT "spans_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "annotations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "span_id" UUID,
    "aspect" "aspect" NOT NULL,
    "label" TEXT NOT NULL,
    "score" REAL,
    "confidence" REAL,
    "maker" "maker" NOT NULL,
    "model_version_id" UUID,
    "member_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "model_versions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" "model_purpose" NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "artifact" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_versions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "sources" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "source_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "imports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID,
    "target" "import_target" NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "profile" JSONB NOT NULL,
    "mapping" JSONB,
    "processed_bytes" BIGINT NOT NULL DEFAULT 0,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_added" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_failed" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_errors" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "import_errors_pkey" PRIMARY KEY ("workspace_id","import_id","line")
);

-- CreateTable
CREATE TABLE "import_changes" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "before" JSONB,

    CONSTRAINT "import_changes_pkey" PRIMARY KEY ("workspace_id","import_id","account_id")
);

-- CreateTable
CREATE TABLE "saved_mappings" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "target" "import_target" NOT NULL,
    "header_key" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_mappings_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "impact_runs" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "parameters" JSONB NOT NULL,
    "totals" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "impact_runs_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "theme_impacts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "mentions" INTEGER NOT NULL,
    "accounts" INTEGER NOT NULL,
    "frequency" DOUBLE PRECISION NOT NULL,
    "churn" DOUBLE PRECISION NOT NULL,
    "impact" DOUBLE PRECISION NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "theme_impacts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issues" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "theme_id" UUID,
    "title" TEXT NOT NULL,
    "status" "issue_status" NOT NULL DEFAULT 'new',
    "owner_id" UUID,
    "notes" TEXT NOT NULL DEFAULT '',
    "shipped_at" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issues_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "theme_id" UUID,
    "details" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "exports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "rows" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "surveys" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "metric" "metric",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "survey_versions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_versions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "questions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "metric" "metric",
    "position" INTEGER NOT NULL,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "impressions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "contact_id" UUID,
    "channel" TEXT NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "impressions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "consents" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "responses" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "survey_id" UUID,
    "survey_version_id" UUID,
    "contact_id" UUID,
    "account_id" UUID,
    "import_id" UUID,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "responses_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "answers" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question_id" UUID,
    "metric" "metric",
    "score" INTEGER,
    "choices" TEXT[],
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "themes" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT,
    "name" TEXT NOT NULL,
    "keywords" TEXT[],
    "parent_id" UUID,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "themes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "theme_decisions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "member_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "theme_decisions_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "theme_assignments" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "confidence" REAL NOT NULL,
    "maker" "maker" NOT NULL,
    "model_version_id" UUID,
    "member_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "theme_assignments_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "theme_summaries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "quotes" JSONB NOT NULL,
    "maker" "maker" NOT NULL,
    "model" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "theme_summaries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" BIGSERIAL NOT NULL,
    "subject_hash" TEXT NOT NULL,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "settings" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB,
    "secret" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "accounts_workspace_id_name_id_idx" ON "accounts"("workspace_id", "name", "id");

-- CreateIndex
CREATE INDEX "accounts_workspace_id_domain_idx" ON "accounts"("workspace_id", "domain");

-- CreateIndex
CREATE INDEX "accounts_workspace_id_import_id_idx" ON "accounts"("workspace_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_workspace_id_external_id_key" ON "accounts"("workspace_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_arr_workspace_id_account_id_valid_from_key" ON "account_arr"("workspace_id", "account_id", "valid_from");

-- CreateIndex
CREATE INDEX "contacts_workspace_id_email_idx" ON "contacts"("workspace_id", "email");

-- CreateIndex
CREATE INDEX "contacts_workspace_id_import_id_idx" ON "contacts"("workspace_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_workspace_id_external_id_key" ON "contacts"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "contact_identities_workspace_id_contact_id_idx" ON "contact_identities"("workspace_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_identities_workspace_id_kind_value_key" ON "contact_identities"("workspace_id", "kind", "value");

-- CreateIndex
CREATE INDEX "employments_workspace_id_account_id_idx" ON "employments"("workspace_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "employments_workspace_id_contact_id_account_id_key" ON "employments"("workspace_id", "contact_id", "account_id");

-- CreateIndex
CREATE INDEX "usage_events_workspace_id_account_id_occurred_at_idx" ON "usage_events"("workspace_id", "account_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "usage_events_workspace_id_source_id_external_id_key" ON "usage_events"("workspace_id", "source_id", "external_id");

-- CreateIndex
CREATE INDEX "transactions_workspace_id_account_id_occurred_at_idx" ON "transactions"("workspace_id", "account_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "transactions_workspace_id_source_id_external_id_key" ON "transactions"("workspace_id", "source_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_workspace_id_subject_key_key" ON "custom_fields"("workspace_id", "subject", "key");

-- CreateIndex
CREATE UNIQUE INDEX "segments_workspace_id_subject_name_key" ON "segments"("workspace_id", "subject", "name");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_account_id_started_at_idx" ON "conversations"("workspace_id", "account_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_workspace_id_source_id_external_id_key" ON "conversations"("workspace_id", "source_id", "external_id");

-- CreateIndex
CREATE INDEX "feedback_workspace_id_occurred_at_id_idx" ON "feedback"("workspace_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "feedback_workspace_id_account_id_occurred_at_idx" ON "feedback"("workspace_id", "account_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "feedback_workspace_id_contact_id_occurred_at_idx" ON "feedback"("workspace_id", "contact_id", "occurred_at" DESC);

-- CreateIndex
CREATE INDEX "feedback_workspace_id_conversation_id_idx" ON "feedback"("workspace_id", "conversation_id");

-- CreateIndex
CREATE INDEX "feedback_workspace_id_response_id_idx" ON "feedback"("workspace_id", "response_id");

-- CreateIndex
CREATE INDEX "feedback_workspace_id_import_id_idx" ON "feedback"("workspace_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_workspace_id_source_id_external_id_key" ON "feedback"("workspace_id", "source_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "spans_workspace_id_feedback_id_start_end_key" ON "spans"("workspace_id", "feedback_id", "start", "end");

-- CreateIndex
CREATE INDEX "annotations_workspace_id_feedback_id_idx" ON "annotations"("workspace_id", "feedback_id");

-- CreateIndex
CREATE INDEX "annotations_workspace_id_span_id_idx" ON "annotations"("workspace_id", "span_id");

-- CreateIndex
CREATE INDEX "model_versions_workspace_id_purpose_created_at_idx" ON "model_versions"("workspace_id", "purpose", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "model_versions_workspace_id_purpose_name_version_key" ON "model_versions"("workspace_id", "purpose", "name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "sources_workspace_id_kind_name_key" ON "sources"("workspace_id", "kind", "name");

-- CreateIndex
CREATE INDEX "imports_workspace_id_created_at_id_idx" ON "imports"("workspace_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "saved_mappings_workspace_id_target_header_key_key" ON "saved_mappings"("workspace_id", "target", "header_key");

-- CreateIndex
CREATE INDEX "impact_runs_workspace_id_computed_at_idx" ON "impact_runs"("workspace_id", "computed_at");

-- CreateIndex
CREATE UNIQUE INDEX "theme_impacts_workspace_id_run_id_theme_id_key" ON "theme_impacts"("workspace_id", "run_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "issues_workspace_id_theme_id_key" ON "issues"("workspace_id", "theme_id");

-- CreateIndex
CREATE INDEX "alerts_workspace_id_raised_at_idx" ON "alerts"("workspace_id", "raised_at");

-- CreateIndex
CREATE INDEX "exports_workspace_id_created_at_idx" ON "exports"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "surveys_workspace_id_key_key" ON "surveys"("workspace_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "survey_versions_workspace_id_survey_id_number_key" ON "survey_versions"("workspace_id", "survey_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "questions_workspace_id_survey_version_id_key_key" ON "questions"("workspace_id", "survey_version_id", "key");

-- CreateIndex
CREATE INDEX "impressions_workspace_id_contact_id_shown_at_idx" ON "impressions"("workspace_id", "contact_id", "shown_at");

-- CreateIndex
CREATE INDEX "impressions_workspace_id_survey_id_shown_at_idx" ON "impressions"("workspace_id", "survey_id", "shown_at");

-- CreateIndex
CREATE INDEX "consents_workspace_id_contact_id_idx" ON "consents"("workspace_id", "contact_id");

-- CreateIndex
CREATE INDEX "responses_workspace_id_submitted_at_idx" ON "responses"("workspace_id", "submitted_at");

-- CreateIndex
CREATE INDEX "responses_workspace_id_account_id_submitted_at_idx" ON "responses"("workspace_id", "account_id", "submitted_at");

-- CreateIndex
CREATE INDEX "responses_workspace_id_contact_id_submitted_at_idx" ON "responses"("workspace_id", "contact_id", "submitted_at");

-- CreateIndex
CREATE INDEX "responses_workspace_id_import_id_idx" ON "responses"("workspace_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "responses_workspace_id_source_id_external_id_key" ON "responses"("workspace_id", "source_id", "external_id");

-- CreateIndex
CREATE INDEX "answers_workspace_id_response_id_idx" ON "answers"("workspace_id", "response_id");

-- CreateIndex
CREATE INDEX "answers_workspace_id_metric_answered_at_id_idx" ON "answers"("workspace_id", "metric", "answered_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "themes_workspace_id_key_key" ON "themes"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "theme_decisions_workspace_id_theme_id_decided_at_idx" ON "theme_decisions"("workspace_id", "theme_id", "decided_at");

-- CreateIndex
CREATE INDEX "theme_assignments_workspace_id_theme_id_idx" ON "theme_assignments"("workspace_id", "theme_id");

-- CreateIndex
CREATE INDEX "theme_assignments_workspace_id_feedback_id_idx" ON "theme_assignments"("workspace_id", "feedback_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_assignments_workspace_id_span_id_theme_id_key" ON "theme_assignments"("workspace_id", "span_id", "theme_id");

-- CreateIndex
CREATE INDEX "theme_summaries_workspace_id_theme_id_created_at_idx" ON "theme_summaries"("workspace_id", "theme_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sign_in_attempts_subject_hash_attempted_at_idx" ON "sign_in_attempts"("subject_hash", "attempted_at");

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces"("slug");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_workspace_id_user_id_key" ON "members"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "audit_entries_workspace_id_occurred_at_id_idx" ON "audit_entries"("workspace_id", "occurred_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "account_arr" ADD CONSTRAINT "account_arr_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_identities" ADD CONSTRAINT "contact_identities_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employments" ADD CONSTRAINT "employments_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employments" ADD CONSTRAINT "employments_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_response_id_fkey" FOREIGN KEY ("workspace_id", "response_id") REFERENCES "responses"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spans" ADD CONSTRAINT "spans_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_workspace_id_span_id_fkey" FOREIGN KEY ("workspace_id", "span_id") REFERENCES "spans"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_workspace_id_model_version_id_fkey" FOREIGN KEY ("workspace_id", "model_version_id") REFERENCES "model_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_errors" ADD CONSTRAINT "import_errors_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_impacts" ADD CONSTRAINT "theme_impacts_workspace_id_run_id_fkey" FOREIGN KEY ("workspace_id", "run_id") REFERENCES "impact_runs"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_impacts" ADD CONSTRAINT "theme_impacts_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issues" ADD CONSTRAINT "issues_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "surveys"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_workspace_id_survey_version_id_fkey" FOREIGN KEY ("workspace_id", "survey_version_id") REFERENCES "survey_versions"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impressions" ADD CONSTRAINT "impressions_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "surveys"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impressions" ADD CONSTRAINT "impressions_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_workspace_id_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "sources"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_workspace_id_survey_id_fkey" FOREIGN KEY ("workspace_id", "survey_id") REFERENCES "surveys"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_workspace_id_survey_version_id_fkey" FOREIGN KEY ("workspace_id", "survey_version_id") REFERENCES "survey_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_workspace_id_response_id_fkey" FOREIGN KEY ("workspace_id", "response_id") REFERENCES "responses"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_workspace_id_question_id_fkey" FOREIGN KEY ("workspace_id", "question_id") REFERENCES "questions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "themes" ADD CONSTRAINT "themes_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "themes"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "themes" ADD CONSTRAINT "themes_workspace_id_merged_into_id_fkey" FOREIGN KEY ("workspace_id", "merged_into_id") REFERENCES "themes"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_decisions" ADD CONSTRAINT "theme_decisions_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_span_id_fkey" FOREIGN KEY ("workspace_id", "span_id") REFERENCES "spans"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_model_version_id_fkey" FOREIGN KEY ("workspace_id", "model_version_id") REFERENCES "model_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_summaries" ADD CONSTRAINT "theme_summaries_workspace_id_theme_id_fkey" FOREIGN KEY ("workspace_id", "theme_id") REFERENCES "themes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_workspace_id_account_id_fkey" FOREIGN KEY ("workspace_id", "account_id") REFERENCES "accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issues" ADD CONSTRAINT "issues_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_decisions" ADD CONSTRAINT "theme_decisions_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_created_by_id_fkey" FOREIGN KEY ("workspace_id", "created_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Values a table must never hold.
ALTER TABLE "answers" ADD CONSTRAINT "answers_score_in_range" CHECK (
  "score" IS NULL OR "metric" IS NULL
  OR ("metric" = 'nps' AND "score" BETWEEN 0 AND 10)
  OR ("metric" IN ('csat', 'rating') AND "score" BETWEEN 1 AND 5)
  OR ("metric" = 'ces' AND "score" BETWEEN 1 AND 7)
);
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_sentiment_in_range" CHECK ("sentiment_score" BETWEEN -1 AND 1);
ALTER TABLE "spans" ADD CONSTRAINT "spans_not_empty" CHECK ("start" >= 0 AND "start" < "end");
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_confidence_in_range" CHECK ("confidence" BETWEEN 0 AND 1);
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_money_has_currency" CHECK ("arr_cents" IS NULL OR "currency" IS NOT NULL);
ALTER TABLE "themes" ADD CONSTRAINT "themes_not_merged_into_themselves" CHECK ("merged_into_id" IS DISTINCT FROM "id");

-- Row-level security. The owner of the tables (migrations) is not bound by it; the application role is.
-- A transaction says where it works: set_config('app.workspace_id', ..., true). Unset means no rows at all.
CREATE FUNCTION current_workspace_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;

-- Who signs in, before a workspace is chosen: sees the memberships of this user only.
CREATE FUNCTION current_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- Hash of an API key or invitation token that a caller has shown: opens the one row it belongs to.
CREATE FUNCTION current_credential_hash() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.credential_hash', true), '') $$;

DO $$
DECLARE
  table_name text;
BEGIN
  FOR table_name IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'workspace_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY in_workspace ON %I USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id())',
      table_name
    );
  END LOOP;
END $$;

ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "workspaces" USING (id = current_workspace_id()) WITH CHECK (id = current_workspace_id());
CREATE POLICY of_user ON "workspaces" FOR SELECT USING (
  EXISTS (SELECT 1 FROM "members" m WHERE m.workspace_id = "workspaces".id AND m.user_id = current_user_id())
);
CREATE POLICY of_user ON "members" FOR SELECT USING (user_id = current_user_id());
CREATE POLICY by_credential ON "api_keys" FOR SELECT USING (hash = current_credential_hash());
CREATE POLICY by_credential ON "invitations" FOR SELECT USING (token_hash = current_credential_hash());

-- Full-text search in any language: words as written, without stemming.
CREATE INDEX "feedback_search" ON "feedback" USING gin (to_tsvector('simple', coalesce("title", '') || ' ' || "text"));

-- Text search operators are not leakproof, so under row-level security the planner may not use the index above.
-- This function runs as its owner, names the workspace itself, and can therefore use it.
CREATE FUNCTION search_feedback(query text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT f.id FROM feedback f
    WHERE f.workspace_id = current_workspace_id()
      AND to_tsvector('simple', coalesce(f.title, '') || ' ' || f.text) @@ websearch_to_tsquery('simple', query)
  $$;

-- What the annotation engine has yet to read.
CREATE INDEX "feedback_unread" ON "feedback" ("workspace_id") WHERE "annotated_at" IS NULL;

-- Themes that a person took off a span: read each time the span is assigned.
CREATE INDEX "theme_decisions_not_here" ON "theme_decisions" ("workspace_id", ("payload"->>'spanId')) WHERE "action" = 'not_here';
