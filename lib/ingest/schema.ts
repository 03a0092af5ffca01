import { z } from 'zod';
import type { ColumnProfile } from '@/lib/ingest/csv/columns';
import { ENCODINGS } from '@/lib/ingest/csv/file-format';
import type { MappingGuess } from '@/lib/ingest/csv/mapping';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';

/** What a person may set right about how a file is written; the rest is found anew. */
export const fileFormatSchema = z.object({
  encoding: z.enum(ENCODINGS),
  delimiter: mappingSchema.shape.dialect.shape.delimiter,
  hasHeader: z.boolean(),
});
export type FileFormat = z.infer<typeof fileFormatSchema>;

/** The same as a form sends it. */
export const fileFormatFormSchema = fileFormatSchema.extend({
  hasHeader: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});

/** What a person decides on the mapping screen, as JSON text; it is checked against the file when the import starts. */
export const chosenMappingSchema = z
  .string()
  .max(1_000_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'The mapping did not arrive whole. Try again.' });
      return z.NEVER;
    }
  })
  .pipe(z.object({ columns: mappingSchema.shape.columns, defaults: mappingSchema.shape.defaults }));

/** The name a person gives the source of a file; empty for the usual one. */
export const sourceNameSchema = z
  .string()
  .trim()
  .max(100, 'A name of a source has at most 100 characters.')
  .transform((name) => name || undefined)
  .optional();

/** What was found in an uploaded file: enough to draw the mapping screen again without reading it. */
export const importProfileSchema = z.object({
  encoding: z.object({
    encoding: z.enum(ENCODINGS),
    confidence: z.enum(['certain', 'likely']),
    why: z.string(),
  }),
  dialect: mappingSchema.shape.dialect,
  layout: mappingSchema.shape.layout,
  /** The survey tool whose export this is, told by its columns; null for any other file. */
  tool: z.string().nullable().default(null),
  /** What of the file is read, where it holds more: the first sheet of several. */
  note: z.string().nullable().default(null),
  /** SHA-256 of the file, by which it is known again; null for files of before it was kept. */
  sha256: z.string().nullable().default(null),
  header: z.array(z.string()),
  sampleRows: z.array(z.array(z.string())),
  columns: z.array(z.custom<ColumnProfile>()),
  guess: z.custom<MappingGuess>(),
  /** The mapping of the last file with this header, where it still fits; it goes before the guess. */
  saved: z
    .object({
      columns: mappingSchema.shape.columns,
      defaults: mappingSchema.shape.defaults,
      /** Columns that were empty in the last file and are not in this one; they are mapped as guessed. */
      anew: z.array(z.string()).default([]),
    })
    .nullable(),
  /** Data rows, those that cannot be read among them; counted where the head is the whole file, else scaled up from it. */
  rows: z.object({
    count: z.number(),
    isExact: z.boolean(),
    /** Of the rows seen, those that cannot be read; and how many the columns were looked at in. */
    unreadable: z.number().default(0),
    profiled: z.number().default(0),
  }),
});
export type ImportProfile = z.infer<typeof importProfileSchema>;

export const importStatusNames = {
  uploaded: 'Waiting for its columns',
  queued: 'Waiting to start',
  running: 'Running',
  cancelling: 'Stopping',
  cancelled: 'Cancelled',
  succeeded: 'Done',
  failed: 'Failed',
  undoing: 'Being undone',
  undone: 'Undone',
} as const;
export type ImportStatus = keyof typeof importStatusNames;

/** Rows of these are being read, or are about to be. */
export const runningStatuses: readonly ImportStatus[] = ['queued', 'running', 'cancelling'];

/** Feedback still comes or goes with these. */
export const busyStatuses: readonly ImportStatus[] = [...runningStatuses, 'undoing'];

/** Nothing of these goes on by itself. */
export const finalStatuses: readonly ImportStatus[] = ['cancelled', 'succeeded', 'failed', 'undone'];

/** What may be taken back. */
export const undoableStatuses: readonly ImportStatus[] = ['succeeded', 'cancelled', 'failed'];

/** What stopped before its end and may go on where it stopped. */
export const resumableStatuses: readonly ImportStatus[] = ['cancelled', 'failed'];
