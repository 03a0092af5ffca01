-- AlterTable
ALTER TABLE "theme_assignments" ADD COLUMN     "sentiment_at" TIMESTAMPTZ(3),
ADD COLUMN     "sentiment_confidence" REAL,
ADD COLUMN     "sentiment_end" INTEGER,
ADD COLUMN     "sentiment_label" "sentiment_label",
ADD COLUMN     "sentiment_maker" "maker",
ADD COLUMN     "sentiment_member_id" UUID,
ADD COLUMN     "sentiment_model_version_id" UUID,
ADD COLUMN     "sentiment_score" REAL,
ADD COLUMN     "sentiment_start" INTEGER;

-- CreateIndex
CREATE INDEX "theme_assignments_workspace_id_sentiment_member_id_idx" ON "theme_assignments"("workspace_id", "sentiment_member_id");

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_sentiment_model_version_id_fkey" FOREIGN KEY ("workspace_id", "sentiment_model_version_id") REFERENCES "model_versions"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_assignments" ADD CONSTRAINT "theme_assignments_workspace_id_sentiment_member_id_fkey" FOREIGN KEY ("workspace_id", "sentiment_member_id") REFERENCES "members"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


