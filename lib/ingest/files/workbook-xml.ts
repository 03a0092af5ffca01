import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { ExpectedError, invalid } from '@/lib/core/errors';
import { refuseArchive, type ZipEntry } from '@/lib/ingest/files/zip-archive';

/** XML that describes the workbook itself: sheets, formats. */
const MOST_PART_BYTES = 16 * 1024 ** 2;

export interface Handlers {
  open(tag: SaxesTagNS): void;
  text?(chars: string): void;
  close?(tag: SaxesTagNS): void;
}

/** A reader of XML that comes in pieces. */
export function makeParser({ open, text, close }: Handlers): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', open);
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', close);
  // Entities are those of XML; a document that declares its own is no workbook.
  parser.on('doctype', () => {
    throw invalid('This workbook declares entities of its own, which none needs. Save it again from Excel.');
  });
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

/** Reads a part of a workbook as it is unpacked. @throws ExpectedError where it is damaged. */
export async function parseStream(stream: AsyncIterable<Uint8Array>, handlers: Handlers): Promise<void> {
  const parser = makeParser(handlers);
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
    parser.close();
  } catch (error) {
    throw error instanceof ExpectedError ? error : refuseArchive(error);
  }
}

/** Reads one of the small parts of a workbook. */
export async function parsePart(
  entries: readonly ZipEntry[],
  name: string,
  open: Handlers['open'],
  close?: Handlers['close'],
): Promise<void> {
  const part = entries.find((entry) => entry.name === name);
  if (!part || part.bytes > MOST_PART_BYTES)
    throw invalid(`This workbook lacks its part "${name}". Save it again from Excel.`);
  await parseStream(await part.open(), close ? { open, close } : { open });
}

/** An attribute, empty where it is absent. */
export function attributeOf(attributes: Record<string, SaxesAttributeNS>, name: string): string {
  return attributes[name]?.value ?? '';
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
