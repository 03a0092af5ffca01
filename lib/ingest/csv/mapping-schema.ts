import { z } from 'zod';
import { DATE_FORMATS } from './date-formats';
import { findFieldKind, IMPORT_TARGETS } from './fields';
import { DELIMITERS, ENCODINGS, RECORD_DELIMITERS } from './file-format';

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
    })
    .default({}),
});

type Issue = { path: (string | number)[]; message: string };
type MappedColumn = z.infer<typeof columnSchema>;

function findColumnIssues(mapping: {
  target: (typeof IMPORT_TARGETS)[number];
  columns: MappedColumn[];
  defaults: { currency?: string };
}): Issue[] {
  const { target, columns, defaults } = mapping;
  const seen = new Set<string>();
  return columns.flatMap(({ field, column, options }, at): Issue[] => {
    if (field === 'custom') return [];
    const kind = findFieldKind(target, field);
    const issue = (key: string, message: string) => [{ path: ['columns', at, key], message }];
    if (!kind)
      return issue(
        'field',
        `"${field}" is not a field of ${target}; choose one of the list or keep "${column}" as it is`,
      );
    if (seen.has(field))
      return issue('field', `Two columns fill "${field}"; keep one of them and leave "${column}" out`);
    seen.add(field);
    if (kind === 'date' && !options.dateFormat) {
      return issue('options', `Say how the dates of "${column}" are written, for example day, month, year`);
    }
    if (kind !== 'money') return [];
    if (!options.decimal)
      return issue('options', `Say whether "${column}" writes decimals with a comma or a point`);
    const hasCurrency =
      options.currency ?? defaults.currency ?? columns.find((each) => each.field === 'currency');
    return hasCurrency ? [] : issue('options', `Say which currency the amounts of "${column}" are in`);
  });
}

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
      subHeaderRows: z.int().min(0).max(2),
    }),
    columns: z.array(columnSchema).min(1, 'Choose at least one column'),
    defaults: z
      .object({
        channel: z.string().trim().min(1).max(100).optional(),
        currency: currencySchema.optional(),
        occurredAt: z.iso.datetime().optional(),
      })
      .default({}),
  })
  .superRefine((mapping, context) => {
    const required = mapping.target === 'feedback' ? 'text' : 'externalId';
    if (!mapping.columns.some(({ field }) => field === required)) {
      const what = required === 'text' ? 'what customers wrote' : 'the identifier of the account';
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: `Choose the column that holds ${what}`,
      });
    }
    for (const issue of findColumnIssues(mapping)) context.addIssue({ code: 'custom', ...issue });
    const names = mapping.columns.map(({ column }) => column);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: `"${twice}" is mapped twice; keep one of them`,
      });
    }
  });

export type Mapping = z.infer<typeof mappingSchema>;
