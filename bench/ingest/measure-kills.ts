import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { makeRandom, type RandomSource, seedFrom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { buildPrograms, programFile } from '../../scripts/steps/programs.mjs';
import { workerEnvironment, workerMemory } from '../../scripts/steps/services.mjs';
import type { KillTask } from './kill-process';

const ROWS = 3000;
/** After so many kills a task may finish. */
const MOST_KILLS = 6;
const SHORTEST_LIFE_MS = 60;
const LONGEST_LIFE_MS = 900;
const PROGRAM = 'kill-process';

interface Row {
  id: string;
  date: string;
  comment: string;
  nps: number;
  email: string;
  'user id': string;
  company: string;
}

/** Rows of people whom some name by address, some by key, some by both. */
function makeRows(): Row[] {
  return Array.from({ length: ROWS }, (_, n) => {
    const person = n % 400;
    return {
      id: `r${n}`,
      date: `2026-03-${String((n % 28) + 1).padStart(2, '0')}`,
      comment: `The export number ${n} took too long.`,
      nps: n % 11,
      email: n % 3 === 0 ? '' : `p${person}@acme-co.test`,
      'user id': n % 3 === 1 ? '' : `u${person}`,
      company: n % 5 ? `Company ${person % 70}` : '',
    };
  });
}

const toCsv = (rows: readonly Row[]) =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.join(','))
    .join('\n');

const toMailbox = (rows: readonly Row[]) =>
  rows
    .map(
      ({ id, comment, email, date }) =>
        `From x@acme-co.test Mon Mar  2 10:00:00 2026\nFrom: <${email || 'someone@acme-co.test'}>\nMessage-ID: <${id}@x>\nDate: ${new Date(date).toUTCString()}\nSubject: Export\n\n${comment}\n\n`,
    )
    .join('');

/** The same rows as files of every kind that is read row by row. */
async function fileKinds(): Promise<Record<string, (rows: readonly Row[]) => Uint8Array | string>> {
  const { makeWorkbook } = await import('@/lib/ingest/testing/make-workbook');
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const line = (values: readonly (string | number)[], at: number) =>
    `<row r="${at + 1}">${values.map(cell).join('')}</row>`;
  return {
    CSV: toCsv,
    'CSV, gzip': (rows) => gzipSync(toCsv(rows)),
    'CSV in ZIP': (rows) => zipSync({ 'rows.csv': strToU8(toCsv(rows)) }),
    'JSON Lines': (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
    JSON: (rows) => JSON.stringify({ items: rows }),
    XLSX: (rows) =>
      makeWorkbook({
        Data: [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map(line).join(''),
      }),
    mbox: toMailbox,
  };
}

function shuffled<Item>(items: readonly Item[], random: RandomSource): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as Item, mixed[at] as Item];
  }
  return mixed;
}

/** Runs a task in processes that are killed at a random moment each, until one of them is done. @returns how many were. */
async function killUntilDone(taskOf: (attempt: number) => KillTask, random: RandomSource): Promise<number> {
  for (let kills = 0; ; kills++) {
    const child = fork(programFile(PROGRAM), [JSON.stringify(taskOf(kills))], {
      execArgv: [...workerMemory, '--enable-source-maps'],
      env: { ...workerEnvironment, ...process.env },
    });
    let isDone = false;
    child.on('message', (message) => {
      if (message === 'done') isDone = true;
      if (message !== 'begun' || kills >= MOST_KILLS) return;
      setTimeout(
        () => child.kill('SIGKILL'),
        SHORTEST_LIFE_MS + random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS),
      );
    });
    const [code, killedBy] = await once(child, 'exit');
    if (isDone) return kills;
    if (killedBy !== 'SIGKILL') throw new Error(`the process ended by itself (${code ?? killedBy})`);
  }
}

/** How an input is given: once, in order and whole; or killed on the way. */
type Give = (scope: Scope, rows: readonly Row[], random: RandomSource | null) => Promise<number>;

/**
 * Gives the same rows once in order, and then to another workspace shuffled, killed on the way, and once more in reverse order,
 * killed again; holds all that stands in the end against each other. @throws where it is not the same
 */
async function compare(what: string, rows: readonly Row[], give: Give, makeScope: () => Promise<Scope>) {
  const { readAllRows } = await import('@/lib/ingest/testing/read-all-rows');
  const random = makeRandom(seedFrom(what));
  const plain = await makeScope();
  await give(plain, rows, null);
  const expected = await readAllRows(plain);
  if (expected.told.length === 0) throw new Error(`${what}: nothing was stored`);
  const mixed = await makeScope();
  let kills = await give(mixed, shuffled(rows, random), random);
  kills += await give(mixed, rows.toReversed(), random);
  const found = await readAllRows(mixed);
  if (!isDeepStrictEqual(found, expected)) throw new Error(`${what}: other rows after ${kills} kills`);
  const { told, contacts, accounts } = found;
  return `${what}: shuffled, reversed, killed ${kills} times: the same ${told.length} statements, ${contacts} people, ${accounts} accounts`;
}

/** Shows for each way in that the same input in any order, cut anywhere by SIGKILL and sent twice leaves the same rows. */
export async function measureKills(directory: string): Promise<void> {
  await buildPrograms({ [PROGRAM]: 'bench/ingest/kill-process.ts' });
  const rows = makeRows();
  const { makeImporter } = await import('@/lib/ingest/testing/make-import');
  try {
    for (const [what, write] of Object.entries(await fileKinds()))
      console.log(await compare(what, rows, await giveFile(write), makeImporter));
    console.log(await compareApi(rows, directory));
    console.log(await compareHook(rows.slice(0, 600), directory));
    console.log(await comparePull());
  } finally {
    fs.rmSync(programFile(PROGRAM));
  }
}

async function giveFile(write: (rows: readonly Row[]) => Uint8Array | string): Promise<Give> {
  const { answer, upload } = await import('@/lib/ingest/testing/make-import');
  const { startImport } = await import('@/lib/ingest/start-import');
  const { runImport } = await import('@/lib/ingest/run-import');
  return async (scope, rows, random) => {
    const importId = await upload(scope, 'feedback', write(rows));
    await startImport(scope, importId, await answer(scope, importId));
    const { workspaceId } = scope;
    if (random) return killUntilDone(() => ({ kind: 'import', workspaceId, importId }), random);
    await runImport(scope, importId, new AbortController().signal);
    return 0;
  };
}

function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** Statements by the HTTP API: a program that is cut off sends all its batches again. */
async function compareApi(rows: readonly Row[], directory: string): Promise<string> {
  const { makeApiWorkspace } = await import('@/lib/api/testing/call-api');
  const keys = new Map<string, string>();
  const makeScope = async () => {
    const { scope, key } = await makeApiWorkspace();
    keys.set(scope.workspaceId, key);
    return scope;
  };
  const file = path.join(directory, 'batches.json');
  const give: Give = async (scope, given, random) => {
    const items = given.map((row) => ({
      externalId: row.id,
      text: row.comment,
      occurredAt: `${row.date}T00:00:00Z`,
      contact: {
        ...(row.email && { email: row.email }),
        ...(row['user id'] && { externalId: row['user id'] }),
      },
      ...(row.company && { account: { externalId: row.company } }),
    }));
    fs.writeFileSync(file, JSON.stringify(inBatches(items, 500)));
    const task: KillTask = { kind: 'api', key: keys.get(scope.workspaceId) ?? '', file };
    return killUntilDone(() => task, random ?? neverKilled);
  };
  return compare('HTTP API', rows, give, makeScope);
}

/** A life longer than any task. */
const neverKilled: RandomSource = () => 1000;

/** Messages to an address for webhooks with a mapping of its fields. */
async function compareHook(rows: readonly Row[], directory: string): Promise<string> {
  const { makeOwnedWorkspace } = await import('@/lib/workspaces/testing/make-members');
  const { createHook } = await import('@/lib/ingest/hooks/create-hook');
  const { hookFormSchema } = await import('@/lib/ingest/hooks/hook-form');
  const tokens = new Map<string, string>();
  const makeScope = async () => {
    const { scope } = await makeOwnedWorkspace();
    const fields = {
      ...{ kind: 'generic', name: 'Orders', 'map.externalId': 'id', 'map.text': 'comment' },
      ...{ 'map.occurredAt': 'date', 'map.contactEmail': 'email', 'map.contactExternalId': 'user' },
      ...{ 'map.accountExternalId': 'company' },
    };
    const { address } = await createHook(scope, hookFormSchema.parse(fields));
    tokens.set(scope.workspaceId, address.split('/').at(-1) ?? '');
    return scope;
  };
  const file = path.join(directory, 'messages.json');
  const give: Give = (scope, given, random) => {
    fs.writeFileSync(file, JSON.stringify(given.map(({ 'user id': user, ...row }) => ({ ...row, user }))));
    const { workspaceId } = scope;
    const task: KillTask = { kind: 'hook', workspaceId, token: tokens.get(workspaceId) ?? '', file };
    return killUntilDone(() => task, random ?? neverKilled);
  };
  return compare('webhooks', rows, give, makeScope);
}

/** Accounts of a system that is asked page by page: a worker that dies holds its claim for ten minutes. */
async function comparePull(): Promise<string> {
  const { makeOwnedWorkspace } = await import('@/lib/workspaces/testing/make-members');
  const { createConnector } = await import('@/lib/ingest/connectors/connectors');
  const { startFakeZendesk } = await import('@/lib/ingest/connectors/testing/fake-helpdesks');
  const vendor = await startFakeZendesk();
  vendor.holdings.add(120);
  process.env.OUTBOUND_HOSTS = new URL(vendor.api.baseUrl).host;
  const CLAIM_MS = 11 * 60_000;
  const give: Give = async (scope, _, random) => {
    const since = new Date(Date.now() - 30 * 86_400_000);
    const settings = { kind: 'zendesk' as const, name: 'Zendesk', intervalMinutes: 60, since };
    const connectorId = await createConnector(scope, { ...settings, ...vendor.form });
    const { workspaceId } = scope;
    const began = Date.now() + 1000;
    return killUntilDone(
      (attempt) => ({ kind: 'pull', workspaceId, connectorId, at: began + attempt * CLAIM_MS }),
      random ?? neverKilled,
    );
  };
  try {
    return await compare('Zendesk, page by page', [], give, async () => (await makeOwnedWorkspace()).scope);
  } finally {
    await vendor.api.stop();
  }
}
