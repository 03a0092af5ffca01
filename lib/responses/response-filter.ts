import { z } from 'zod';
import {
  type Address,
  dayInAddress,
  readAddress,
  traitInAddress,
  wordsInAddress,
} from '@/lib/responses/address';
import { type Metric, metrics } from '@/lib/responses/schema';

/** Parts of a scale by their names, with the scores they hold, both ends included. */
export const scoreGroups = {
  nps: { promoter: [9, 10], passive: [7, 8], detractor: [0, 6] },
  csat: { satisfied: [4, 5], unsatisfied: [1, 3] },
  ces: { easy: [5, 7], hard: [1, 4] },
  rating: { satisfied: [4, 5], unsatisfied: [1, 3] },
} as const satisfies Record<Metric, Record<string, readonly [number, number]>>;

export const groupNames = {
  promoter: 'Promoter',
  passive: 'Passive',
  detractor: 'Detractor',
  satisfied: 'Top two',
  unsatisfied: 'Below top two',
  easy: 'Easy',
  hard: 'Not easy',
} as const;
export type ScoreGroup = keyof typeof groupNames;

/** The groups of a metric, the best first. */
export function groupsOf(metric: Metric): ScoreGroup[] {
  return Object.keys(scoreGroups[metric]) as ScoreGroup[];
}

/** The lowest and highest score of a group, or null where the metric has no such group. */
export function groupBounds(metric: Metric, group: ScoreGroup): readonly [number, number] | null {
  const groups: Partial<Record<ScoreGroup, readonly [number, number]>> = scoreGroups[metric];
  return groups[group] ?? null;
}

/** The group a score falls into. */
export function groupOf(metric: Metric, score: number): ScoreGroup | null {
  return (
    groupsOf(metric).find((group) => {
      const bounds = groupBounds(metric, group);
      return bounds !== null && score >= bounds[0] && score <= bounds[1];
    }) ?? null
  );
}

const id = z.uuid();

/** What a list of answers may be narrowed by; every field stands in the address bar under its own name. */
export const responseFilterSchema = z
  .object({
    metric: z.enum(metrics),
    group: z.enum(Object.keys(groupNames) as [ScoreGroup, ...ScoreGroup[]]).optional(),
    score: z.coerce.number().int().min(0).max(10).optional(),
    /**
     * Only the latest answer of each person among the rows that the other fields leave, before `group` and `score`
     * choose from them. An answer without a person counts as one of its own.
     */
    latest: z.literal('1').optional(),
    account: id.optional(),
    contact: id.optional(),
    import: id.optional(),
    survey: id.optional(),
    /** Only answers of responses without a word: their form has scores alone. */
    wordless: z.literal('1').optional(),
    plan: wordsInAddress.optional(),
    segment: wordsInAddress.optional(),
    /** Only responses with this value of one of their own fields, "campaign=spring". */
    trait: traitInAddress.optional(),
    /** Only responses to a survey of ours that was asked this way, or read in this language. */
    channel: wordsInAddress.optional(),
    language: wordsInAddress.optional(),
    /** With a day of its own: not of a file without dates, for all of whose rows one day was given. */
    dated: z.literal('1').optional(),
    /** First and last day, both included. */
    from: dayInAddress.optional(),
    to: dayInAddress.optional(),
  })
  .refine(({ metric, group }) => !group || groupBounds(metric, group) !== null, { path: ['group'] });

export type ResponseFilter = z.infer<typeof responseFilterSchema>;

/**
 * Reads a filter from an address; one without a metric is about `defaultMetric`. A value that does not fit is named,
 * never dropped in silence: a filter that cannot be read must not widen what is shown.
 */
export function parseResponseFilter(
  address: Address,
  defaultMetric: Metric,
): { filter: ResponseFilter; unreadable: string[] } {
  const { fields, unreadable } = readAddress(responseFilterSchema, { metric: defaultMetric, ...address });
  return { filter: fields ?? { metric: defaultMetric }, unreadable };
}

/** The address of the answers behind a number: `/w/acme/responses?metric=nps&group=detractor`. */
export function responsesHref(workspaceSlug: string, filter: ResponseFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return `/w/${workspaceSlug}/responses?${query}`;
}
