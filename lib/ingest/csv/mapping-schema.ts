import { z } from 'zod';
import { layoutSchema, plainCsv } from '@/lib/ingest/files/layout';
import { LIST_SIGNS } from './choice-lists';
import { DATE_FORMATS } from './date-formats';
import { IMPORT_TARGETS } from './fields';
import { DELIMITERS, ENCODINGS, RECORD_DELIMITERS } from './file-format';
import { findMappingProblems } from './mapping-problems';

const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'A currency is three capital letters, such as EUR');

const timeZoneSchema = z.string().refine(
  (name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
    } catch {
      return false;
    }
  },
  { error: ({ input }) => `"${input}" is not a time zone; use a name such as Europe/Paris` },
);

const columnSchema = z.object({
  field: z.string(),
  column: z.string().min(1, 'A mapped column needs its name'),
  options: z
    .object({
      dateFormat: z.enum(DATE_FORMATS).optional(),
      timeZone: timeZoneSchema.optional(),
      decimal: z.enum([',', '.']).optional(),
      currency: currencySchema.optional(),
      /** Of choices: what parts several in one cell. */
      listSign: z.enum(LIST_SIGNS).optional(),
      /** Of a score that no other field has the scale of: both ends, included. */
      scale: z.object({ low: z.int().min(0).max(1000), high: z.int().min(1).max(1000) }).optional(),
    })
    .default({}),
});

/**
 * A saved mapping: how the file is written and which column fills which field. Columns with the field `custom` are
 * kept under their own name; columns not listed are left out. Defaults serve rows that say nothing themselves.
 */
export const mappingSchema = z
  .object({
    target: z.enum(IMPORT_TARGETS),
    encoding: z.enum(ENCODINGS),
    dialect: z.object({
      delimiter: z.enum(DELIMITERS),
      quote: z.literal('"'),
      recordDelimiter: z.enum(RECORD_DELIMITERS),
      hasSepLine: z.boolean(),
      hasHeader: z.boolean(),
      titleRows: z.int().min(0).max(20).optional(),
      subHeaderRows: z.int().min(0).max(2),
    }),
    /** What the file is; a mapping saved before there were others is of a CSV file. */
    layout: layoutSchema.default(plainCsv),
    columns: z.array(columnSchema).min(1, 'Choose at least one column'),
    /** Columns that held something and were left out on purpose; of mappings saved before this was noted, unknown. */
    leftOut: z.array(z.string()).optional(),
    defaults: z
      .object({
        channel: z.string().trim().min(1).max(100).optional(),
        currency: currencySchema.optional(),
        occurredAt: z.iso.datetime().optional(),
      })
      .default({}),
  })
  .superRefine((mapping, context) => {
    for (const { column, key, message } of findMappingProblems(mapping)) {
      const path = column === null ? ['columns'] : ['columns', column, ...(key ? [key] : [])];
      context.addIssue({ code: 'custom', path, message });
    }
  });

export type Mapping = z.infer<typeof mappingSchema>;
