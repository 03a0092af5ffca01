import { invalid } from '@/lib/core/errors';
import { sniffBinary } from '@/lib/ingest/csv/sniff-binary';
import type { Packing } from '@/lib/ingest/files/layout';
import { looksLikeTranscript } from '@/lib/ingest/files/looks-like-transcript';
import { withZipEntries } from '@/lib/ingest/files/zip-archive';

const NAMES_SHOWN = 5;
/** Archives of chats, by a file that each of them has. */
const CHATS = [
  { of: 'WhatsApp', isIn: /(?:^|\/)(?:_chat|[^/]*WhatsApp[^/]*)\.txt$/i },
  { of: 'Slack', isIn: /(?:^|\/)[^/]+\/\d{4}-\d{2}-\d{2}\.json$/ },
];

/** How an upload is packed; a workbook is an archive too, but read as one file. */
export type Packed = { packing: Packing; isWorkbook: boolean };

/**
 * Looks at how an upload is packed, by its first bytes and never by its name.
 * @throws ExpectedError for what cannot be read, saying what it is and what to do.
 */
export async function recognisePacking(file: string, head: Uint8Array): Promise<Packed> {
  const start = Buffer.from(head.subarray(0, 4)).toString('hex');
  if (start.startsWith('1f8b')) return { packing: { kind: 'gzip' }, isWorkbook: false };
  if (start !== '504b0304') {
    refuseOthers(head);
    return { packing: { kind: 'none' }, isWorkbook: false };
  }
  return withZipEntries(file, async (entries) => {
    if (entries.some(({ name }) => name === 'xl/workbook.xml')) {
      return { packing: { kind: 'none' } as const, isWorkbook: true };
    }
    const [only, ...others] = entries;
    if (!only) throw invalid('This archive is empty.');
    if (others.length > 0) {
      const chat = CHATS.find(({ isIn }) => entries.some(({ name }) => isIn.test(name)));
      if (chat) {
        throw invalid(
          `This is an export of ${chat.of}. Bring it under “A transcript of a call or chat”, which keeps who said what.`,
        );
      }
      const names = entries.slice(0, NAMES_SHOWN).map(({ name }) => shown(name));
      throw invalid(
        `This archive holds ${entries.length} files (${names.join(', ')}${entries.length > NAMES_SHOWN ? ' and others' : ''}). Each has its own columns: drop them one at a time.`,
      );
    }
    return { packing: { kind: 'zip', entry: only.name } as const, isWorkbook: false };
  });
}

/** @throws ExpectedError where these first bytes are not those of a text that may be a table. */
export function refuseOthers(head: Uint8Array): void {
  if (looksLikeTranscript(head)) {
    throw invalid(
      'This is a transcript of a call or a chat. Bring it under “A transcript of a call or chat”, which keeps who said what.',
    );
  }
  const binary = sniffBinary(head);
  if (!binary) return;
  throw invalid(
    `This is ${binary}, which cannot be read here. Save or export it as CSV, JSON or an Excel workbook (.xlsx) and drop that file.`,
  );
}

function shown(name: string): string {
  return name.replace(/[\p{C}]/gu, '').slice(-60);
}
