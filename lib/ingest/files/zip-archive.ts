import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { invalid } from '@/lib/core/errors';
import { formatBytes, formatNumber } from '@/lib/core/format';

/** Entries an archive may list. */
const MOST_ENTRIES = 10_000;
/** What an upload may unpack to. */
export const MOST_UNPACKED_BYTES = 8 * 1024 ** 3;
/** Times a file may grow by unpacking; what people write shrinks to a twentieth at best, tables of one value to a hundredth. */
export const MOST_GROWTH = 400;
/** A small file may grow by more: it harms nobody. */
export const HARMLESS_BYTES = 64 * 1024 ** 2;

/** A file within a ZIP archive. */
export interface ZipEntry {
  /** As the archive names it; shown and compared, never used as a path. */
  name: string;
  packedBytes: number;
  bytes: number;
  open(): Promise<Readable>;
}

/** Files that programs leave in archives beside what people put there. */
const BY_THE_WAY = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/**
 * Opens a ZIP archive, hands on the files it lists and closes it again. Nothing is unpacked to disk.
 * @throws ExpectedError saying what is wrong with the archive.
 */
export async function withZipEntries<T>(file: string, use: (entries: ZipEntry[]) => Promise<T>): Promise<T> {
  const archive = await open(file);
  try {
    return await use(await list(archive));
  } finally {
    archive.close();
  }
}

/** A damaged or hostile archive, in words. */
export function refuseArchive(error: unknown): Error {
  const cause = (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');
  return invalid(`This archive cannot be opened: ${cause}. Pack the file again, or drop it as it is.`);
}

async function open(file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) =>
    yauzl.open(file, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, archive) =>
      error ? reject(refuseArchive(error)) : resolve(archive),
    ),
  );
}

async function list(archive: yauzl.ZipFile): Promise<ZipEntry[]> {
  if (archive.entryCount > MOST_ENTRIES) {
    throw invalid(
      `This archive lists ${formatNumber(archive.entryCount)} files, more than ${formatNumber(MOST_ENTRIES)}. Pack the one to import alone.`,
    );
  }
  const entries: ZipEntry[] = [];
  await new Promise<void>((resolve, reject) => {
    archive.on('error', (error) => reject(refuseArchive(error)));
    archive.on('end', resolve);
    archive.on('entry', (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith('/') && !BY_THE_WAY.test(entry.fileName))
        entries.push(wrap(archive, entry));
      archive.readEntry();
    });
    archive.readEntry();
  });
  return entries;
}

function wrap(archive: yauzl.ZipFile, entry: yauzl.Entry): ZipEntry {
  const { fileName: name, compressedSize: packedBytes, uncompressedSize: bytes } = entry;
  return {
    name,
    packedBytes,
    bytes,
    open: async () => {
      if (entry.isEncrypted()) {
        throw invalid('This archive is locked with a password. Unpack it and drop the file within.');
      }
      checkGrowth(packedBytes, bytes);
      return new Promise((resolve, reject) =>
        archive.openReadStream(entry, (error, stream) =>
          error ? reject(refuseArchive(error)) : resolve(stream),
        ),
      );
    },
  };
}

/** @throws ExpectedError where a file unpacks to more than anything people write. */
export function checkGrowth(packedBytes: number, bytes: number): void {
  if (bytes <= HARMLESS_BYTES) return;
  if (bytes > MOST_UNPACKED_BYTES || bytes > packedBytes * MOST_GROWTH) {
    throw invalid(
      `This archive unpacks to ${formatBytes(bytes)} or more from ${formatBytes(packedBytes)}, which no table does. Unpack it yourself and drop the file within.`,
    );
  }
}
