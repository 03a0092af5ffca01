import { z } from 'zod';
import { channels } from '@/lib/feedback/schema';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import type { HookReading } from '@/lib/ingest/hooks/hook-kind';

const MOST_ITEMS = 1000;

/** The way to a field: names and places in lists with dots between them, such as `data.comments.0.body`. */
const path = z
  .string()
  .trim()
  .max(200)
  .regex(/^([\w$-]+(\.[\w$-]+)*)?$/, 'Names with dots between them, such as data.comment.body.');
const neededPath = path.min(1, 'Say where in the body it stands.');

/** Where in the body of a message what is; an empty path: nowhere. */
export const fieldMappingSchema = z.object({
  /** A list of things, each read by itself; empty: the body is one thing. */
  items: path.default(''),
  externalId: neededPath,
  text: path.default(''),
  title: path.default(''),
  occurredAt: path.default(''),
  url: path.default(''),
  nps: path.default(''),
  csat: path.default(''),
  rating: path.default(''),
  contactExternalId: path.default(''),
  contactEmail: path.default(''),
  contactName: path.default(''),
  accountExternalId: path.default(''),
  accountName: path.default(''),
  /** Who wrote it, and which of the values there mean staff: their words are left out. */
  author: path.default(''),
  staffValues: z
    .string()
    .max(500)
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
        .join(', '),
    ),
  channel: z.enum(channels).default('other'),
});
export type FieldMapping = z.output<typeof fieldMappingSchema>;

/** A field that cannot be read as what it is mapped to. */
const mappedSchema = z.object({
  externalId: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string().optional(),
  title: z.string().optional(),
  occurredAt: z
    .union([z.string(), z.number()])
    .transform((written) => readTime(written))
    .refine((time) => !Number.isNaN(time.getTime()), 'It is no time.')
    .optional(),
  url: z.string().optional(),
  nps: z.coerce.number().optional(),
  csat: z.coerce.number().optional(),
  rating: z.coerce.number().optional(),
  contactExternalId: z.union([z.string(), z.number()]).transform(String).optional(),
  contactEmail: z.string().optional(),
  contactName: z.string().optional(),
  accountExternalId: z.union([z.string(), z.number()]).transform(String).optional(),
  accountName: z.string().optional(),
  author: z.union([z.string(), z.number(), z.boolean()]).transform(String).optional(),
});
type Mapped = z.output<typeof mappedSchema>;

/** Seconds or milliseconds since 1970, or a text that says its time. */
function readTime(written: string | number): Date {
  const number = typeof written === 'number' ? written : /^\d{9,13}$/.test(written) ? Number(written) : null;
  if (number === null) return new Date(written);
  return new Date(number < 1e11 ? number * 1000 : number);
}

/**
 * Reads a message of a system we do not know by the fields that a person mapped. What has scores is a response, what has
 * text alone a statement; words of staff are left out. Without a time it is of `now`.
 * @throws ZodError where a mapped field is not what it should be.
 */
export function readMapped(body: unknown, mapping: FieldMapping, now: Date): HookReading {
  const items = mapping.items ? valueAt(body, mapping.items) : [body];
  const list = z.array(z.unknown()).max(MOST_ITEMS).parse(items);
  const staff = mapping.staffValues.split(', ').filter(Boolean);
  const arrivals = list.flatMap((item, index): Arrival[] => {
    const read = mappedSchema.safeParse(
      Object.fromEntries(
        Object.keys(mappedSchema.shape).flatMap((field) => {
          const at = mapping[field as keyof Mapped];
          const value = at ? valueAt(item, at) : undefined;
          return value === undefined || value === null || value === '' ? [] : [[field, value]];
        }),
      ),
    );
    if (!read.success) {
      const place = mapping.items ? [...mapping.items.split('.'), String(index)] : [];
      throw inPlace(read.error, mapping, place);
    }
    const mapped = read.data;
    if (mapped.author !== undefined && staff.includes(mapped.author)) return [];
    return toArrivals(mapped, mapping, now);
  });
  return arrivals.length > 0 ? { arrivals } : { ignored: 'no text or score of a customer' };
}

/** What is wrong, told by where in the body it stands; `place` is the way to the thing within a list. */
function inPlace({ issues }: z.ZodError, mapping: FieldMapping, place: string[]): z.ZodError {
  return new z.ZodError(
    issues.map((issue) => {
      const field = String(issue.path[0]);
      const way = mapping[field as keyof FieldMapping] || field;
      return { ...issue, path: [...place, ...way.split('.')] };
    }),
  );
}

function toArrivals(mapped: Mapped, { channel }: FieldMapping, now: Date): Arrival[] {
  const who: Who = {
    contact: { externalId: mapped.contactExternalId, email: mapped.contactEmail, name: mapped.contactName },
    account:
      mapped.accountExternalId === undefined && mapped.accountName === undefined
        ? undefined
        : { externalId: mapped.accountExternalId ?? mapped.accountName ?? '', name: mapped.accountName },
  };
  const { externalId, text, title, url, occurredAt = now } = mapped;
  const scores = (['nps', 'csat', 'rating'] as const).flatMap((metric) => {
    const score = mapped[metric];
    return score === undefined ? [] : [{ metric, score }];
  });
  if (scores.length > 0) {
    const texts = text === undefined ? [] : [{ text, title }];
    return [{ kind: 'response', externalId, channel, submittedAt: occurredAt, scores, texts, url, ...who }];
  }
  return text === undefined
    ? []
    : [{ kind: 'statement', externalId, channel, text, title, occurredAt, url, ...who }];
}

function valueAt(value: unknown, way: string): unknown {
  let at = value;
  for (const key of way.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
