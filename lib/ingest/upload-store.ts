import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/core/env';
import { type ExpectedError, invalid } from '@/lib/core/errors';
import { formatBytes } from '@/lib/core/format';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/** Where an import's file lies while it is needed; ids are UUIDs, so no name of a person reaches the path. */
export function uploadPath(scope: Scope, importId: string): string {
  return path.join(env().DATA_DIR, 'uploads', scope.workspaceId, importId);
}

/** Where the report on its refused rows lies. */
function errorReportPath(scope: Scope, importId: string): string {
  return `${uploadPath(scope, importId)}.errors.csv`;
}

/** Bytes of the disk an upload leaves free: the database writes there, too. */
const RESERVED_BYTES = 500_000_000;

/**
 * Writes an upload to disk as it arrives and returns its size in bytes; a broken-off upload leaves nothing.
 * @param expectedBytes the size the sender names, to refuse at once what will not fit; null where it names none.
 * @throws ExpectedError when the disk has no room for it.
 */
export async function storeUpload(
  scope: Scope,
  importId: string,
  body: AsyncIterable<Uint8Array>,
  expectedBytes: number | null = null,
): Promise<number> {
  const file = uploadPath(scope, importId);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const room = await findRoom(path.dirname(file));
  if ((expectedBytes ?? 0) > room) throw tooLarge(room);
  try {
    await pipeline(withinLimit(body, room), fs.createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await removeUpload(scope, importId);
    throw isDiskFull(error) ? tooLarge(room) : error;
  }
  return (await fs.promises.stat(file)).size;
}

async function findRoom(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return Math.max(0, bavail * bsize - RESERVED_BYTES);
}

async function* withinLimit(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge(limit);
    yield chunk;
  }
}

function tooLarge(room: number): ExpectedError {
  return invalid(
    `The disk of this installation has room for a file of ${formatBytes(room)} and not more. Make room, or split the file.`,
  );
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** Whether the file is still there. */
export function hasUpload(scope: Scope, importId: string): boolean {
  return fs.existsSync(uploadPath(scope, importId));
}

/** The file as a stream of bytes. */
export function readUpload(scope: Scope, importId: string): AsyncIterable<Uint8Array> {
  return fs.createReadStream(uploadPath(scope, importId), { highWaterMark: 256 * 1024 });
}

/** SHA-256 of the file, in hex. */
export async function hashUpload(scope: Scope, importId: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readUpload(scope, importId)) hash.update(chunk);
  return hash.digest('hex');
}

/** The first bytes of the file, whether that is all of it, and how long it is. */
export async function readUploadHead(
  scope: Scope,
  importId: string,
  maxBytes: number,
): Promise<{ head: Uint8Array; isWholeFile: boolean; fileBytes: number }> {
  const handle = await open(uploadPath(scope, importId));
  try {
    const { size } = await handle.stat();
    const head = new Uint8Array(Math.min(size, maxBytes));
    await handle.read(head, 0, head.length, 0);
    return { head, isWholeFile: size <= maxBytes, fileBytes: size };
  } finally {
    await handle.close();
  }
}

export async function removeUpload(scope: Scope, importId: string): Promise<void> {
  await rm(uploadPath(scope, importId), { force: true });
}

/** Keeps the report on an import's refused rows. It is there whole or not at all. */
export async function storeErrorReport(
  scope: Scope,
  importId: string,
  chunks: AsyncIterable<string>,
): Promise<void> {
  const file = errorReportPath(scope, importId);
  const unfinished = `${file}.${newId()}`;
  try {
    await pipeline(chunks, fs.createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Whether a report on refused rows is kept. */
export function hasErrorReport(scope: Scope, importId: string): boolean {
  return fs.existsSync(errorReportPath(scope, importId));
}

/** The kept report as CSV text. */
export function readErrorReport(scope: Scope, importId: string): AsyncIterable<string> {
  return fs.createReadStream(errorReportPath(scope, importId), { encoding: 'utf8' });
}

export async function removeErrorReport(scope: Scope, importId: string): Promise<void> {
  await rm(errorReportPath(scope, importId), { force: true });
}
