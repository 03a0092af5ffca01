-- A look for themes tells how far it is, and can be stopped.
-- CreateEnum
CREATE TYPE "theme_discovery_status" AS ENUM ('waiting', 'running', 'finished', 'cancelled', 'failed');

-- AlterTable
ALTER TABLE "theme_discovery_runs" ADD COLUMN     "done" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "status" "theme_discovery_status" NOT NULL DEFAULT 'waiting',
ADD COLUMN     "step" TEXT,
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- Looks of before are written down when they end.
UPDATE "theme_discovery_runs" SET "status" = 'finished', "ended_at" = "ran_at";
