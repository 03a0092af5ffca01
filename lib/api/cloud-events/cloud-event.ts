import { z } from 'zod';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { type EventItem, eventItemSchema } from '@/lib/api/events/write-event-items';
import { type FeedbackItem, feedbackItemSchema } from '@/lib/api/feedback/write-feedback-items';
import { text } from '@/lib/api/fields';
import type { ItemOutcome } from '@/lib/api/item-outcome';
import { parseExactJson } from '@/lib/core/exact-json';
import { explainIssues } from '@/lib/http/field-error';
import { parseJson } from '@/lib/http/read-body';

/** A CloudEvent in structured JSON (CloudEvents 1.0, section 3.1 of the JSON format); extensions are passed over. */
export const cloudEventSchema = z
  .looseObject({
    specversion: z.literal('1.0'),
    id: text(500),
    source: text(200),
    type: text(200),
    time: z.iso.datetime({ offset: true }).optional(),
    subject: z.string().optional(),
    datacontenttype: z
      .string()
      .regex(/^application\/([\w.-]+\+)?json\b/, 'Give data as JSON.')
      .optional(),
    data: z.record(z.string(), z.unknown()).describe('With the fields of POST /feedback or POST /events.'),
  })
  .meta({ id: 'CloudEvent' });

export type CloudEvent = z.output<typeof cloudEventSchema>;

const PREFIX = 'ce-';

/**
 * The events of a request: in structured JSON, or one in binary mode, whose attributes are headers (HTTP binding, 3.1).
 * Data in Base64 is decoded where it is JSON.
 */
export function readCloudEvents(text: string, headers: Headers): unknown {
  if (!headers.has(`${PREFIX}specversion`)) {
    const body = parseJson(text);
    return Array.isArray(body) ? body.map(decodeData) : decodeData(body);
  }
  const attributes = [...headers].flatMap(([name, value]) =>
    name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), decodeAttribute(value)] as const] : [],
  );
  const datacontenttype = headers.get('content-type') ?? undefined;
  return { ...Object.fromEntries(attributes), datacontenttype, data: parseJson(text) };
}

/** Attributes in headers are percent-encoded; one that is not so is taken as it stands. */
function decodeAttribute(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function decodeData(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('data_base64' in event)) return event;
  const { data_base64: encoded, ...more } = event;
  if (typeof encoded !== 'string' || 'data' in more) return event;
  try {
    return { ...more, data: parseExactJson(Buffer.from(encoded, 'base64').toString('utf8')) };
  } catch {
    return { ...more, data: null };
  }
}

/** Whether a type speaks of feedback: `com.example.feedback.received`. */
export function isFeedback({ type }: CloudEvent): boolean {
  return type
    .toLowerCase()
    .split(/[./_-]/)
    .includes('feedback');
}

/** The statement that an event brings, or why it is none. */
export function readFeedback(
  { index, item: { id, time, data } }: PlacedItem<CloudEvent>,
  now: Date,
): PlacedItem<FeedbackItem> | ItemOutcome {
  return readData(feedbackItemSchema, index, {
    occurredAt: time ?? now.toISOString(),
    ...data,
    externalId: id,
  });
}

/** The usage event that an event brings, or why it is none. */
export function readEvent(
  { index, item: { id, time, type, data } }: PlacedItem<CloudEvent>,
  now: Date,
): PlacedItem<EventItem> | ItemOutcome {
  const item = { name: type, occurredAt: time ?? now.toISOString(), ...data, externalId: id };
  return readData(eventItemSchema, index, item);
}

function readData<Schema extends z.ZodType>(
  schema: Schema,
  index: number,
  item: object,
): PlacedItem<z.output<Schema>> | ItemOutcome {
  const result = schema.safeParse(item);
  if (result.success) return { index, item: result.data };
  const errors = explainIssues(result.error, item, index).map((error) => ({
    ...error,
    field: error.field ? `data.${error.field}` : 'data',
  }));
  return { index, kind: 'refused', errors };
}
