import fs from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/core/env';
import type { Scope } from '@/lib/db/scope';

/** Where an import's file lies until the import is removed; ids are UUIDs, so no name of a person reaches the path. */
function uploadPath(scope: Scope, importId: string): string {
  return path.join(env().DATA_DIR, 'uploads', scope.workspaceId, importId);
}

/** Writes an upload to disk as it arrives and returns its size in bytes; a broken-off upload leaves nothing. */
export async function storeUpload(
  scope: Scope,
  importId: string,
  body: AsyncIterable<Uint8Array>,
): Promise<number> {
  const file = uploadPath(scope, importId);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    await pipeline(body, fs.createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await removeUpload(scope, importId);
    throw error;
  }
  return (await fs.promises.stat(file)).size;
}

/** The file as a stream of bytes. */
export function readUpload(scope: Scope, importId: string): AsyncIterable<Uint8Array> {
  return fs.createReadStream(uploadPath(scope, importId), { highWaterMark: 256 * 1024 });
}

/** The first bytes of the file, and whether that is all of it. */
export async function readUploadHead(
  scope: Scope,
  importId: string,
  maxBytes: number,
): Promise<{ head: Uint8Array; isWholeFile: boolean }> {
  const handle = await open(uploadPath(scope, importId));
  try {
    const { size } = await handle.stat();
    const head = new Uint8Array(Math.min(size, maxBytes));
    await handle.read(head, 0, head.length, 0);
    return { head, isWholeFile: size <= maxBytes };
  } finally {
    await handle.close();
  }
}

export async function removeUpload(scope: Scope, importId: string): Promise<void> {
  await rm(uploadPath(scope, importId), { force: true });
}
