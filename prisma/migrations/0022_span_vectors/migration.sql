-- What statements mean, kept when they are read: assigning themes looks at it beside the words.
-- CreateTable
CREATE TABLE "span_vectors" (
    "workspace_id" UUID NOT NULL,
    "span_id" UUID NOT NULL,
    "version" SMALLINT NOT NULL,
    "vector" BYTEA NOT NULL,

    CONSTRAINT "span_vectors_pkey" PRIMARY KEY ("workspace_id","span_id")
);

-- AddForeignKey
ALTER TABLE "span_vectors" ADD CONSTRAINT "span_vectors_workspace_id_span_id_fkey" FOREIGN KEY ("workspace_id", "span_id") REFERENCES "spans"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "span_vectors" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "span_vectors" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "span_vectors" ALTER COLUMN workspace_id SET STATISTICS 0;

-- One byte for each axis of the encoder's vector.
ALTER TABLE "span_vectors" ADD CONSTRAINT "span_vectors_whole" CHECK (octet_length("vector") = 128);
