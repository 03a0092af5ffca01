import { recordAudit } from '@/lib/audit/record';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { headerKey } from '@/lib/ingest/csv/header-key';
import { findDateProblem } from '@/lib/ingest/csv/mapping-problems';
import { type Mapping, mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { ensureSource } from '@/lib/ingest/ensure-source';
import { type ImportProfile, importProfileSchema } from '@/lib/ingest/schema';
import { storedProfile } from '@/lib/ingest/stored-profile';
import { enqueue } from '@/lib/jobs/queue';

/** What a person decides on the mapping screen; how the file is written is known already. */
export type ChosenMapping = Pick<Mapping, 'columns' | 'defaults'>;

/**
 * Starts an uploaded import: checks the mapping against the file, saves it for the next file with this header, and
 * hands the import to the worker. Every question about dates, decimals and currency must be answered.
 * @param sourceName the source that the rows belong to; of files with this header unless given
 * @throws ExpectedError naming the first thing that is missing.
 */
export async function startImport(
  scope: Scope,
  importId: string,
  chosen: ChosenMapping,
  sourceName?: string,
): Promise<void> {
  await scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    const row = await db.import.findFirst({ where: { workspaceId, id: importId } });
    if (!row) throw notFound('import');
    const profile = importProfileSchema.parse(row.profile);
    const mapping = checkMapping({ ...chosen, target: row.target }, profile);
    const key = headerKey(profile.header);
    const origin = { target: row.target, headerKey: key, fileName: row.fileName };
    const sourceId = await ensureSource(inner, origin, sourceName);
    const { count } = await db.import.updateMany({
      where: { workspaceId, id: importId, status: 'uploaded' },
      data: { status: 'queued', sourceId, mapping, profile: storedProfile(withoutSamples(profile)) },
    });
    if (count === 0) throw conflict('This import has been started already.');
    await saveMapping(db, workspaceId, key, mapping);
    await registerCustomFields(db, workspaceId, mapping, profile);
    await recordAudit(inner, {
      action: 'import.started',
      subjectKind: 'import',
      subjectId: importId,
      details: { target: row.target, columns: mapping.columns.length },
    });
    await enqueue(inner, 'ingest.import', { importId });
  });
}

function checkMapping(
  chosen: ChosenMapping & { target: Mapping['target'] },
  { encoding, dialect, layout, header, columns }: ImportProfile,
): Mapping {
  const mapped = new Set(chosen.columns.map(({ column }) => column));
  const leftOut = columns.flatMap(({ name, looksLike }) =>
    looksLike === 'empty' || mapped.has(name) ? [] : [name],
  );
  const parsed = mappingSchema.safeParse({
    ...chosen,
    leftOut,
    encoding: encoding.encoding,
    dialect,
    layout,
  });
  if (!parsed.success) throw invalid(`${parsed.error.issues[0]?.message ?? 'The mapping does not fit'}.`);
  const stranger = parsed.data.columns.find(({ column }) => !header.includes(column));
  if (stranger) throw invalid(`The file has no column "${stranger.column}".`);
  const dateProblem = findDateProblem(parsed.data);
  if (dateProblem) throw invalid(`${dateProblem}.`);
  return parsed.data;
}

/** What was shown of the file's cells is not needed any more, and may be personal data. */
function withoutSamples(profile: ImportProfile): ImportProfile {
  return {
    ...profile,
    sampleRows: [],
    columns: profile.columns.map(({ dates: _, ...column }) => ({ ...column, examples: [] })),
    guess: { ...profile.guess, questions: [] },
  };
}

async function saveMapping(db: Db, workspaceId: string, key: string, mapping: Mapping): Promise<void> {
  const { target } = mapping;
  await db.savedMapping.upsert({
    where: { workspaceId_target_headerKey: { workspaceId, target, headerKey: key } },
    create: { workspaceId, id: newId(), target, headerKey: key, mapping },
    update: { mapping },
  });
}

async function registerCustomFields(
  db: Db,
  workspaceId: string,
  mapping: Mapping,
  profile: ImportProfile,
): Promise<void> {
  const lookOf = new Map(profile.columns.map(({ name, looksLike }) => [name, looksLike]));
  await db.customField.createMany({
    data: mapping.columns
      .filter(({ field }) => field === 'custom')
      .map(({ column }) => ({
        workspaceId,
        id: newId(),
        subject: mapping.target === 'feedback' ? ('feedback' as const) : ('account' as const),
        key: column,
        label: column,
        kind: fieldKindOf(lookOf.get(column)),
      })),
    skipDuplicates: true,
  });
}

function fieldKindOf(look: ImportProfile['columns'][number]['looksLike'] | undefined) {
  if (look === 'number' || look === 'score010' || look === 'score15') return 'number' as const;
  if (look === 'boolean' || look === 'date' || look === 'category') return look;
  return 'text' as const;
}
