-- The token of an address of e-mail, encrypted: people look it up again.
ALTER TABLE "hooks" ADD COLUMN "address_token" BYTEA;
