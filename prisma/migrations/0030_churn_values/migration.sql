-- The churn component has a scale of its own: (1 - 1 / shrunk risk ratio) x (1 - q), 0 without an estimate. Runs that were
-- stored with the former value say so too, from the figures they keep.
UPDATE "theme_impacts"
SET "churn" = CASE
  WHEN jsonb_typeof("details" #> '{churn,estimate,qValue}') = 'number'
    AND jsonb_typeof("details" #> '{churn,shrunk,riskRatio}') = 'number'
    THEN (1 - 1 / ("details" #>> '{churn,shrunk,riskRatio}')::double precision)
      * (1 - ("details" #>> '{churn,estimate,qValue}')::double precision)
  ELSE 0
END;
