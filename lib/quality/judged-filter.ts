import { z } from 'zod';
import { sentimentLabels } from '@/lib/annotations/correction-schema';
import { channels } from '@/lib/feedback/schema';
import { isCompared, opinionsOf, type SettledStatement } from '@/lib/quality/judged';
import { answers } from '@/lib/quality/schema';
import { type Address, readAddress } from '@/lib/responses/address';
import { tenthOf } from '@/lib/stats/reliability';

const yesNo = z.enum(['1', '0']);

/** A language that nobody could tell. */
export const UNKNOWN_LANGUAGE = 'unknown';

/** Which judged statements a number stands for; every field stands in the address under its own name. */
export const judgedFilterSchema = z.object({
  /** Labelled by a person and by the engine, so that the two can be compared. */
  compared: z.literal('1').optional(),
  person: z.enum(answers).optional(),
  engine: z.enum([...sentimentLabels, 'none']).optional(),
  /** Whether the engine said what the person says. */
  right: yesNo.optional(),
  source: z.uuid().optional(),
  channel: z.enum(channels).optional(),
  language: z
    .string()
    .regex(/^([a-z]{2}|unknown)$/)
    .optional(),
  /** Of the engine's confidence: 0 for below 10 %, 9 for 90 % and more. */
  tenth: z.string().regex(/^\d$/).optional(),
  /** With an opinion of two people or more. */
  several: z.literal('1').optional(),
  version: z.string().max(200).optional(),
  /** Labelled by this person. */
  member: z.uuid().optional(),
});
export type JudgedFilter = z.infer<typeof judgedFilterSchema>;

/** Reads a filter from an address; what does not fit is named, never dropped in silence. */
export function parseJudgedFilter(address: Address): { filter: JudgedFilter; unreadable: string[] } {
  const { fields, unreadable } = readAddress(judgedFilterSchema, address);
  return { filter: fields ?? {}, unreadable };
}

/** The statements behind a number. Whatever speaks of agreement or confidence counts compared statements alone. */
export function filterJudged(
  statements: readonly SettledStatement[],
  filter: JudgedFilter,
): SettledStatement[] {
  return statements.filter((statement) => {
    const { settled } = statement;
    const compares = filter.compared || filter.right || filter.tenth;
    return (
      (!compares || isCompared(statement)) &&
      (!filter.person || settled.answer === filter.person) &&
      (!filter.engine || (settled.engineLabel ?? 'none') === filter.engine) &&
      (!filter.right || (settled.answer === settled.engineLabel) === (filter.right === '1')) &&
      (!filter.source || statement.sourceId === filter.source) &&
      (!filter.channel || statement.channel === filter.channel) &&
      (!filter.language || (statement.language ?? UNKNOWN_LANGUAGE) === filter.language) &&
      (!filter.tenth ||
        (settled.engineConfidence !== null && tenthOf(settled.engineConfidence) === Number(filter.tenth))) &&
      (!filter.several || opinionsOf(statement).length > 1) &&
      (!filter.version || settled.engineVersion === filter.version) &&
      (!filter.member || statement.labels.some(({ memberId }) => memberId === filter.member))
    );
  });
}

/** The address of the statements behind a number of the quality page. */
export function judgedHref(workspaceSlug: string, sampleId: string, filter: JudgedFilter, page = 1): string {
  const query = new URLSearchParams({ sample: sampleId, ...filter, ...(page > 1 && { page: String(page) }) });
  return `/w/${workspaceSlug}/quality/statements?${query}`;
}
