-- AlterEnum
ALTER TYPE "alert_state" ADD VALUE 'withdrawn';
