-- A score on a scale of its own may be 7.5 of 10; those of the metrics stay whole.
ALTER TABLE "answers" ALTER COLUMN "score" TYPE DOUBLE PRECISION;
ALTER TABLE "answers" ADD CONSTRAINT "answers_metric_score_whole" CHECK ("metric" IS NULL OR "score" = floor("score"));
