import { readFile } from 'node:fs/promises';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { createImport } from '@/lib/ingest/create-import';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { getImport } from '@/lib/ingest/find-imports';
import type { BatchLimits } from '@/lib/ingest/read-batches';
import { runImport } from '@/lib/ingest/run-import';
import { type ImportProfile, importProfileSchema } from '@/lib/ingest/schema';
import { type ChosenMapping, startImport } from '@/lib/ingest/start-import';
import { makeMember } from '@/lib/workspaces/testing/make-members';

export const neverAborted = new AbortController().signal;

/** So few rows in a batch that a file of a test is written in several. */
export const smallBatches: BatchLimits = { rows: 500, characters: 1_000_000 };

/** A member of a workspace of its own, for what only people do. */
export async function makeImporter(): Promise<Scope> {
  return (await makeMember(await makeWorkspace(), 'owner')).scope;
}

/** Uploads bytes as a person does. */
export function upload(scope: Scope, target: ImportTarget, content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  async function* body() {
    // In pieces, as a network brings them.
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  }
  return createImport(scope, { target, fileName: 'test.csv', body: body(), expectedBytes: bytes.length });
}

export async function uploadFile(scope: Scope, target: ImportTarget, path: string): Promise<string> {
  return upload(scope, target, await readFile(path));
}

export async function getProfile(scope: Scope, importId: string): Promise<ImportProfile> {
  return importProfileSchema.parse((await getImport(scope, importId)).profile);
}

/** The guessed mapping as a person leaves it, with the answers they give: by column, and for rows that say nothing. */
export async function answer(
  scope: Scope,
  importId: string,
  defaults: ChosenMapping['defaults'] = {},
  options: Record<string, ChosenMapping['columns'][number]['options']> = {},
): Promise<ChosenMapping> {
  const { guess } = await getProfile(scope, importId);
  const columns = guess.columns.map(({ field, column, options: guessed }) => ({
    field,
    column,
    options: { ...guessed, ...options[column] },
  }));
  return { columns, defaults };
}

/** Uploads, starts as guessed and runs to the end. */
export async function importText(
  scope: Scope,
  target: ImportTarget,
  content: Uint8Array | string,
  defaults: ChosenMapping['defaults'] = {},
): Promise<string> {
  const importId = await upload(scope, target, content);
  await startImport(scope, importId, await answer(scope, importId, defaults));
  await runImport(scope, importId, neverAborted);
  return importId;
}

/** How many rows each table of customer data has. */
export async function countTables(scope: Scope): Promise<Record<string, number>> {
  const where = { workspaceId: scope.workspaceId };
  return scope.run(async (db) => ({
    feedback: await db.feedback.count({ where }),
    spans: await db.span.count({ where }),
    annotations: await db.annotation.count({ where }),
    responses: await db.response.count({ where }),
    answers: await db.answer.count({ where }),
    accounts: await db.account.count({ where }),
    accountArr: await db.accountArr.count({ where }),
    contacts: await db.contact.count({ where }),
    contactIdentities: await db.contactIdentity.count({ where }),
    employments: await db.employment.count({ where }),
    importErrors: await db.importError.count({ where }),
    importChanges: await db.importChange.count({ where }),
  }));
}

/** Comments, one a day, by people at accounts. */
export function commentsFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (row % 300))).toISOString().slice(0, 10);
    return `${day},The export number ${row} took far too long today,${row % 11},person${row % 50}@example.org,Account ${row % 20}`;
  });
  return `date,comment,nps,email,company\n${lines.join('\n')}\n`;
}
