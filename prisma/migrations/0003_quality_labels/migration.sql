-- CreateEnum
CREATE TYPE "quality_answer" AS ENUM ('negative', 'neutral', 'positive', 'no_opinion');

-- CreateTable
CREATE TABLE "quality_samples" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "population" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "drawn_by_id" UUID,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quality_samples_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "quality_items" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "feedback_id" UUID NOT NULL,

    CONSTRAINT "quality_items_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "quality_labels" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "answer" "quality_answer" NOT NULL,
    "engine_label" "sentiment_label",
    "engine_confidence" REAL,
    "model_version_id" UUID,
    "correction_ids" UUID[],
    "labelled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quality_labels_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "quality_samples_workspace_id_drawn_at_idx" ON "quality_samples"("workspace_id", "drawn_at");

-- CreateIndex
CREATE INDEX "quality_items_workspace_id_feedback_id_idx" ON "quality_items"("workspace_id", "feedback_id");

-- CreateIndex
CREATE UNIQUE INDEX "quality_items_workspace_id_sample_id_feedback_id_key" ON "quality_items"("workspace_id", "sample_id", "feedback_id");

-- CreateIndex
CREATE UNIQUE INDEX "quality_items_workspace_id_sample_id_position_key" ON "quality_items"("workspace_id", "sample_id", "position");

-- CreateIndex
CREATE INDEX "quality_labels_workspace_id_member_id_idx" ON "quality_labels"("workspace_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "quality_labels_workspace_id_item_id_member_id_key" ON "quality_labels"("workspace_id", "item_id", "member_id");

-- AddForeignKey
ALTER TABLE "quality_samples" ADD CONSTRAINT "quality_samples_workspace_id_drawn_by_id_fkey" FOREIGN KEY ("workspace_id", "drawn_by_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_items" ADD CONSTRAINT "quality_items_workspace_id_sample_id_fkey" FOREIGN KEY ("workspace_id", "sample_id") REFERENCES "quality_samples"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_items" ADD CONSTRAINT "quality_items_workspace_id_feedback_id_fkey" FOREIGN KEY ("workspace_id", "feedback_id") REFERENCES "feedback"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_labels" ADD CONSTRAINT "quality_labels_workspace_id_item_id_fkey" FOREIGN KEY ("workspace_id", "item_id") REFERENCES "quality_items"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_labels" ADD CONSTRAINT "quality_labels_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "members"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_labels" ADD CONSTRAINT "quality_labels_workspace_id_model_version_id_fkey" FOREIGN KEY ("workspace_id", "model_version_id") REFERENCES "model_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "quality_samples" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "quality_samples" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "quality_items" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "quality_items" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());
ALTER TABLE "quality_labels" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "quality_labels" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004, which may have run before this one).
ALTER TABLE "quality_samples" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "quality_items" ALTER COLUMN workspace_id SET STATISTICS 0;
ALTER TABLE "quality_labels" ALTER COLUMN workspace_id SET STATISTICS 0;
