import { z } from 'zod';

/** What a file is a table of. `json` is one value: an array of records, or an object that holds one. */
export const FILE_KINDS = ['csv', 'jsonl', 'json', 'xlsx', 'mail'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const fileKindNames: Record<FileKind, string> = {
  csv: 'CSV',
  jsonl: 'JSON Lines',
  json: 'JSON',
  xlsx: 'Excel workbook',
  mail: 'E-mail messages',
};

/** How a file lies within what was uploaded: as it is, compressed, or as an entry of a ZIP archive. */
export const packingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('gzip') }),
  z.object({ kind: z.literal('zip'), entry: z.string() }),
]);
export type Packing = z.infer<typeof packingSchema>;

/** What an uploaded file is and where its records stand in it. */
export const layoutSchema = z.object({
  kind: z.enum(FILE_KINDS).default('csv'),
  packing: packingSchema.default({ kind: 'none' }),
  /** Of JSON: the path of keys to the object's array of records, as `data/items`; null where the records are the elements of the file's own array. */
  recordsKey: z.string().nullable().default(null),
  /** Of a workbook: the sheet that is read. */
  sheet: z.string().nullable().default(null),
});
export type Layout = z.infer<typeof layoutSchema>;

export const plainCsv: Layout = { kind: 'csv', packing: { kind: 'none' }, recordsKey: null, sheet: null };
