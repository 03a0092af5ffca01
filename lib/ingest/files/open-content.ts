import fs from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ExpectedError, invalid } from '@/lib/core/errors';
import type { Packing } from '@/lib/ingest/files/layout';
import { checkGrowth, refuseArchive, withZipEntries, type ZipEntry } from '@/lib/ingest/files/zip-archive';

/** The bytes of a file's content, unpacked as they are asked for. */
export interface Content extends AsyncIterable<Uint8Array> {
  /** How many bytes of the upload were used so far, packed as they are. */
  readonly bytes: number;
}

/** Bytes given on at once: a whole chunk of a file holds many batches, and progress would stand still and then jump. */
const SLICE_BYTES = 8 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * The content of an uploaded file. Memory does not grow with it; leaving the loop closes what is open. A damaged archive,
 * or one that grows beyond measure, throws an ExpectedError that says so.
 */
export function openContent(file: string, packing: Packing): Content {
  const progress = { bytes: 0 };
  return {
    get bytes() {
      return progress.bytes;
    },
    async *[Symbol.asyncIterator]() {
      progress.bytes = 0;
      const chunks =
        packing.kind === 'zip'
          ? readZip(file, packing.entry, progress)
          : packing.kind === 'gzip'
            ? readGzip(file, progress)
            : readPlain(file, progress);
      yield* chunks;
    },
  };
}

interface Progress {
  bytes: number;
}

async function* readPlain(file: string, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of fs.createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    for (const slice of slices(chunk)) {
      progress.bytes += slice.length;
      yield slice;
    }
  }
}

function* slices(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += SLICE_BYTES) yield chunk.subarray(at, at + SLICE_BYTES);
}

async function* readGzip(file: string, progress: Progress): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      progress.bytes += chunk.length;
      done(null, chunk);
    },
  });
  const feeding = pipeline(fs.createReadStream(file, { highWaterMark: SLICE_BYTES }), count, gunzip);
  // The reader below hears of it.
  feeding.catch(() => undefined);
  let unpacked = 0;
  try {
    for await (const chunk of gunzip) {
      unpacked += chunk.length;
      checkGrowth(progress.bytes, unpacked);
      yield* slices(chunk);
    }
  } catch (error) {
    throw explain(error);
  } finally {
    gunzip.destroy();
  }
}

async function* readZip(file: string, name: string, progress: Progress): AsyncGenerator<Uint8Array> {
  const opened = await openEntry(file, name);
  let unpacked = 0;
  try {
    for await (const chunk of opened.stream) {
      for (const slice of slices(chunk)) {
        unpacked += slice.length;
        progress.bytes = Math.round((opened.entry.packedBytes * unpacked) / Math.max(1, opened.entry.bytes));
        yield slice;
      }
    }
  } catch (error) {
    throw explain(error);
  } finally {
    opened.stream.destroy();
    opened.close();
  }
}

/** Holds the archive open until `close`. */
async function openEntry(file: string, name: string) {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  return new Promise<{
    entry: ZipEntry;
    stream: AsyncIterable<Buffer> & { destroy(): void };
    close: () => void;
  }>((resolve, reject) => {
    withZipEntries(file, async (entries) => {
      const entry = entries.find((each) => each.name === name);
      if (!entry) throw invalid(`The archive has no file "${name}" any more. Drop it again.`);
      resolve({ entry, stream: await entry.open(), close });
      await closed;
    }).catch(reject);
  });
}

/** Faults of the archive itself are said as such; the rest is handed on. */
function explain(error: unknown): unknown {
  if (error instanceof ExpectedError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isOfArchive =
    code.startsWith('Z_') || /invalid|too many bytes|not enough bytes|CRC|unexpected/i.test(error.message);
  return isOfArchive ? refuseArchive(error) : error;
}
