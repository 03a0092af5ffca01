-- What a link or a page says in the hidden fields of a survey is known at its showing already: so response rates can be told by them.
ALTER TABLE "impressions" ADD COLUMN "fields" JSONB NOT NULL DEFAULT '{}';
