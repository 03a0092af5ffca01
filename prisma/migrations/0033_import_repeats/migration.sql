-- Rows of one line (a JSON file without line breaks) are told apart by their number among the rows.
ALTER TABLE "import_errors" ADD COLUMN "row_index" INTEGER;
UPDATE "import_errors" SET "row_index" = "line";
ALTER TABLE "import_errors" ALTER COLUMN "row_index" SET NOT NULL,
    DROP CONSTRAINT "import_errors_pkey",
    ADD CONSTRAINT "import_errors_pkey" PRIMARY KEY ("workspace_id","import_id","row_index");

-- CreateTable
CREATE TABLE "import_repeats" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_index" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,

    CONSTRAINT "import_repeats_pkey" PRIMARY KEY ("workspace_id","import_id","row_index")
);

-- AddForeignKey
ALTER TABLE "import_repeats" ADD CONSTRAINT "import_repeats_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of a workspace (see the first migration).
ALTER TABLE "import_repeats" ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_workspace ON "import_repeats" USING (workspace_id = current_workspace_id()) WITH CHECK (workspace_id = current_workspace_id());

-- No statistics of the workspace, as for every such table (see 0004).
ALTER TABLE "import_repeats" ALTER COLUMN workspace_id SET STATISTICS 0;
