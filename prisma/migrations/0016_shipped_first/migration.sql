-- AlterTable
ALTER TABLE "issues" ADD COLUMN     "first_for" JSONB,
ADD COLUMN     "first_shipped_at" DATE;
