import type { z } from 'zod';
import { ExpectedError } from '@/lib/core/errors';

/** What is wrong with one field of a request, and how to mend it. */
export interface FieldError {
  /** Of the item in a batch, from 0. */
  index?: number;
  /** The way to the field: `account.externalId`, `scores.0.score`. Empty: the item or the request as a whole. */
  field: string;
  detail: string;
}

/** A request that cannot be taken, with all that is wrong with it. */
export class InvalidRequest extends ExpectedError {
  constructor(
    message: string,
    readonly errors: FieldError[],
  ) {
    super('invalid', message);
  }
}

const HOW: Record<string, string> = {
  datetime: 'It is no time. Give one in ISO 8601 with its zone, such as 2026-08-22T10:00:00Z.',
  date: 'It is no day. Give one of the calendar as year-month-day, such as 2026-08-22.',
  email: 'It is no e-mail address.',
  url: 'It is no address. Give one that begins with https:// or http://.',
  uuid: 'It is no identifier of ours, such as 0198c3f0-5a3e-7c1d-9a39-3f2b8a1d7c55.',
};

/** The issues of a value that did not pass its schema, in words a person can act on. */
export function explainIssues(error: z.ZodError, value: unknown, index?: number): FieldError[] {
  return error.issues.flatMap((issue) => {
    const at = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => place([...at, key], 'There is no such field.'));
    }
    return [place(at, explain(issue, valueAt(value, at)))];
  });

  function place(path: string[], detail: string): FieldError {
    return { ...(index === undefined ? {} : { index }), field: path.join('.'), detail };
  }
}

function explain(issue: z.core.$ZodIssue, found: unknown): string {
  if (found === undefined && issue.code !== 'custom') return 'It is missing.';
  switch (issue.code) {
    case 'invalid_type':
      return `It is ${kindOf(found)}. Give ${issue.expected === 'int' ? 'a whole number' : article(issue.expected)}.`;
    case 'invalid_value':
      return `Give one of: ${issue.values.join(', ')}.`;
    case 'invalid_format':
      return HOW[issue.format] ?? issue.message;
    case 'too_big':
      return `It has more than ${describeBound(issue.origin, Number(issue.maximum))}.`;
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number'
        ? 'It is empty.'
        : `It has less than ${describeBound(issue.origin, Number(issue.minimum))}.`;
    case 'invalid_union':
      return `It is ${kindOf(found)}, which does not fit here.`;
    default:
      return issue.message;
  }
}

function describeBound(origin: string, bound: number): string {
  const number = bound.toLocaleString('en');
  if (origin === 'string') return `${number} characters`;
  if (origin === 'array') return `${number} items`;
  return `the limit of ${number}`;
}

const article = (kind: string) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' && !Number.isInteger(value) ? 'a fraction' : article(typeof value);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
