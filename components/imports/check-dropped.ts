import { sniffBinary } from '@/lib/ingest/csv/sniff-binary';

/** ZIP archives, which workbooks are too, and gzip: the server looks within. */
function isPacked(head: Uint8Array): boolean {
  const isZip = head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
  return isZip || (head[0] === 0x1f && head[1] === 0x8b);
}

const SNIFFED_BYTES = 4096;

/** Why what was dropped is not one file, or null when it is. */
export function checkDrop({ files, items }: DataTransfer): string | null {
  if (Array.from(items).some((item) => item.webkitGetAsEntry?.()?.isDirectory))
    return 'That is a folder. Open it and drop one file.';
  if (files.length > 1)
    return `Those are ${files.length} files. Drop one at a time: each has its own columns.`;
  return files.length === 0 ? 'That is not a file. Drop a file, or choose one.' : null;
}

/** Why a file need not be sent at all, or null. The server looks again. */
export async function checkFile(file: File): Promise<string | null> {
  if (file.size === 0) return `${file.name} is empty.`;
  try {
    const head = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer());
    const binary = isPacked(head) ? null : sniffBinary(head);
    return (
      binary &&
      `${file.name} is ${binary}, which cannot be read here. Save or export it as CSV, JSON or an Excel workbook (.xlsx) and drop that file.`
    );
  } catch {
    return `${file.name} cannot be read. Is it a folder, or has it been moved?`;
  }
}
