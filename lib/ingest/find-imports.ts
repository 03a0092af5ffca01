import { notFound } from '@/lib/core/errors';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import type { ImportStatus } from '@/lib/ingest/schema';

/** An import as a list shows it. */
export interface ImportSummary {
  id: string;
  target: ImportTarget;
  status: ImportStatus;
  fileName: string;
  /** Null until it is started. */
  sourceName: string | null;
  fileBytes: number;
  processedBytes: number;
  rowsRead: number;
  /** Rows that made or changed something. */
  rowsAdded: number;
  rowsUnchanged: number;
  rowsFailed: number;
  failure: string | null;
  createdByName: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface ImportDetails extends ImportSummary {
  profile: Prisma.JsonValue;
}

export interface ImportPage {
  imports: ImportSummary[];
  /** The id to go on behind, or null at the end. */
  olderThan: string | null;
}

const summaryColumns = {
  id: true,
  target: true,
  status: true,
  fileName: true,
  fileBytes: true,
  processedBytes: true,
  rowsRead: true,
  rowsAdded: true,
  rowsUnchanged: true,
  rowsFailed: true,
  failure: true,
  createdById: true,
  source: { select: { name: true } },
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const satisfies Prisma.ImportSelect;
type SummaryRow = Prisma.ImportGetPayload<{ select: typeof summaryColumns }>;

/** A page of imports, newest first, paged by key (ids grow with time). */
export async function findImports(
  scope: Scope,
  { olderThan, pageLength = 25 }: { olderThan: string | null; pageLength?: number },
): Promise<ImportPage> {
  return scope.run(async (db) => {
    const rows = await db.import.findMany({
      where: { workspaceId: scope.workspaceId, ...(olderThan ? { id: { lt: olderThan } } : {}) },
      orderBy: { id: 'desc' },
      take: pageLength + 1,
      select: summaryColumns,
    });
    const page = rows.slice(0, pageLength);
    const imports = await withNames(db, scope.workspaceId, page);
    return { imports, olderThan: rows.length > pageLength ? (page.at(-1)?.id ?? null) : null };
  });
}

/** @throws ExpectedError when there is no such import. */
export async function getImport(scope: Scope, importId: string): Promise<ImportDetails> {
  return scope.run(async (db) => {
    const row = await db.import.findFirst({
      where: { workspaceId: scope.workspaceId, id: importId },
      select: { ...summaryColumns, profile: true },
    });
    const [summary] = row ? await withNames(db, scope.workspaceId, [row]) : [];
    if (!row || !summary) throw notFound('import');
    return { ...summary, profile: row.profile };
  });
}

/** @throws ExpectedError when there is no such import. */
export async function summariseImport(scope: Scope, importId: string): Promise<ImportSummary> {
  const { profile: _, ...summary } = await getImport(scope, importId);
  return summary;
}

async function withNames(db: Db, workspaceId: string, rows: SummaryRow[]): Promise<ImportSummary[]> {
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: [...new Set(rows.map(({ createdById }) => createdById))] } },
    select: { id: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(members.map(({ id, user }) => [id, user.name]));
  return rows.map(({ createdById, fileBytes, processedBytes, source, ...row }) => ({
    ...row,
    sourceName: source?.name ?? null,
    fileBytes: Number(fileBytes),
    processedBytes: Number(processedBytes),
    createdByName: nameOf.get(createdById) ?? 'a former member',
  }));
}
