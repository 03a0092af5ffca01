import { z } from 'zod';
import { text, time } from '@/lib/api/fields';

/** Libraries send numbers as identifiers, and null where they know nothing. */
const identifier = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value)))
  .pipe(text(500).optional());

const traits = z.record(z.string(), z.unknown()).nullish();

/** A message of Segment's specification; what we have no use for is passed over. */
export const segmentMessageSchema = z
  .looseObject({
    type: z.enum(['identify', 'group', 'track', 'page', 'screen', 'alias']).optional(),
    messageId: identifier,
    userId: identifier,
    groupId: identifier,
    event: text(200).nullish(),
    traits,
    context: z.looseObject({ groupId: identifier, traits }).nullish(),
    timestamp: time.nullish(),
  })
  .meta({ id: 'SegmentMessage' });

export type SegmentMessage = z.output<typeof segmentMessageSchema>;

/** Traits that say what somebody pays or that they left. A write key is public by habit: it never sets them. */
const MONEY_OR_CHURN =
  /\b(arr|mrr|acv|tcv|ltv|gmv|revenue|billed|billing|invoice|amount|price|spend|spent|paid|payment|currency|value|churn|churned|renewal|renews|cancel|cancell?ed|lost)\b/i;

const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.]+/g, ' ');

export interface GroupDescription {
  externalId: string;
  name?: string | undefined;
  domain?: string | undefined;
  plan?: string | undefined;
  segment?: string | undefined;
  industry?: string | undefined;
  country?: string | undefined;
  /** Traits of one value without a column of their own; never money, never churn. */
  custom: Record<string, string>;
}

const COLUMNS = ['name', 'plan', 'segment', 'industry'] as const;
const OWN = new Set<string>([...COLUMNS, 'id', 'website', 'domain', 'country']);
const MOST_CUSTOM = 50;

/** What traits say of a company. */
export function readGroup(externalId: string, given: Record<string, unknown>): GroupDescription {
  const address = typeof given.address === 'object' && given.address !== null ? given.address : {};
  const country = scalar(given.country) ?? ('country' in address ? scalar(address.country) : undefined);
  const custom = Object.entries(given).flatMap(([name, value]) => {
    const written = scalar(value);
    const isKept = written !== undefined && !OWN.has(name) && !MONEY_OR_CHURN.test(words(name));
    return isKept ? [[name.slice(0, 100), written] as const] : [];
  });
  return {
    externalId,
    ...Object.fromEntries(COLUMNS.map((column) => [column, scalar(given[column])?.slice(0, 200)])),
    domain: hostOf(scalar(given.domain) ?? scalar(given.website)),
    country: country?.slice(0, 200),
    custom: Object.fromEntries(custom.slice(0, MOST_CUSTOM)),
  };
}

/** A person's name: as one trait, or as first and last. */
export function readName(given: Record<string, unknown>): string | undefined {
  const parts = [given.firstName ?? given.first_name, given.lastName ?? given.last_name];
  const joined = parts.flatMap((part) => scalar(part) ?? []).join(' ');
  return (scalar(given.name) ?? (joined || undefined))?.slice(0, 500);
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 2000) || undefined;
}

function hostOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const host = address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .split(/[/?#:]/)[0];
  return host?.toLowerCase().slice(0, 253) || undefined;
}
