import { z } from 'zod';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';

/** Longer values are cut: a field is a word or a number that the page knows, not a text. */
const LONGEST_FIELD = 500;

/** The values of declared fields among what a link, a form or a script says. Whatever else it says is passed over. */
export function pickFields(
  names: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(given, name) ? [given[name]].flat()[0] : undefined;
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
      const text = String(value).trim().slice(0, LONGEST_FIELD);
      return text === '' ? [] : [[name, text] as const];
    }),
  );
}

/** Fields as they are stored: without personal data, for a link may carry an e-mail address that nobody declared as one. */
export async function redactFields(
  scope: Scope,
  fields: Record<string, string>,
): Promise<Record<string, string>> {
  const texts = Object.values(fields);
  if (texts.length === 0) return {};
  const redactor = await openRedactor(scope, { texts, contactIds: [] });
  return redactor.redactFields(fields);
}

const storedSchema = z.record(z.string(), z.string()).catch({});

/** The hidden fields of a stored response. */
export function readFields(stored: Prisma.JsonValue | undefined): Record<string, string> {
  return storedSchema.parse(stored ?? {});
}
