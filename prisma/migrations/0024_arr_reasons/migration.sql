-- Why an account came to pay what it pays: what a contraction goes with is worth knowing beside that it happened.
ALTER TABLE "account_arr" ADD COLUMN "reason" TEXT;
