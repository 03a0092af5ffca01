-- CreateEnum
CREATE TYPE "intent" AS ENUM ('churn', 'effort', 'urgency');

-- AlterEnum
ALTER TYPE "aspect" ADD VALUE 'intent';

-- AlterTable
ALTER TABLE "annotations" ADD COLUMN     "end" INTEGER,
ADD COLUMN     "start" INTEGER;

-- AlterTable
ALTER TABLE "feedback" ADD COLUMN     "intents" "intent"[] DEFAULT ARRAY[]::"intent"[];
