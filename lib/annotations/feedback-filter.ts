import { z } from 'zod';
import { channels } from '@/lib/feedback/schema';
import { intentNames } from '@/lib/nlp/intents/intent';
import {
  type Address,
  dayInAddress,
  readAddress,
  traitInAddress,
  wordsInAddress,
} from '@/lib/responses/address';

const id = z.uuid();

/** What a list of feedback may be narrowed by; every field stands in the address bar under its own name. */
export const feedbackFilterSchema = z.object({
  /** Words as in a web search: "exact phrase", -without, or. */
  q: wordsInAddress.optional(),
  /** About `theme` or `branch` where one is named, else on the whole. */
  sentiment: z.enum(['negative', 'neutral', 'positive']).optional(),
  kind: z.enum(['problem', 'request', 'praise', 'question', 'statement', 'no_content']).optional(),
  /** Statements that announce this beside their opinion. */
  intent: z.enum(intentNames).optional(),
  channel: z.enum(channels).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  theme: id.optional(),
  /** A theme and all its sub-themes. */
  branch: id.optional(),
  /** Themes as the comments were first assigned, not as they are today. */
  first: z.literal('1').optional(),
  /** Only statements in which a span of `theme`, or without it of any theme, speaks of a problem. */
  problem: z.literal('1').optional(),
  /** The engine has read it; or it has and found content. */
  read: z.enum(['any', 'content']).optional(),
  /** Read, with content, and yet without any theme. */
  untagged: z.literal('1').optional(),
  /** Read, with content, and with a theme at least. */
  tagged: z.literal('1').optional(),
  /** With a theme that the engine is not sure of: see `REVIEW_BELOW`. */
  unsure: z.literal('1').optional(),
  /** A person put a theme on it or took one off. */
  corrected: z.literal('1').optional(),
  /** Read, with content, and its themes judged by words alone: no sentence vector of it is kept. */
  byWords: z.literal('1').optional(),
  /** Without a sentiment: not read yet, or in a language that the engine does not support. */
  unjudged: z.literal('1').optional(),
  /** Last read by this version of the engine: the id of its model version. */
  reader: id.optional(),
  account: id.optional(),
  /** From no known account. */
  accountless: z.literal('1').optional(),
  contact: id.optional(),
  conversation: id.optional(),
  import: id.optional(),
  /** Where it came from: a file's kind, a survey, a program, a connector. */
  source: id.optional(),
  plan: wordsInAddress.optional(),
  segment: wordsInAddress.optional(),
  /** From accounts with this value of a field of the workspace's own, "region=North". */
  field: traitInAddress.optional(),
  /** With a day of its own: not of a file without dates, for all of whose rows one day was given. */
  dated: z.literal('1').optional(),
  /** First day, included. */
  from: dayInAddress.optional(),
  /** Last day, included. */
  to: dayInAddress.optional(),
});

export type FeedbackFilter = z.infer<typeof feedbackFilterSchema>;

/**
 * Reads a filter from an address. A value that does not fit is named, never dropped in silence: a filter that cannot be
 * read must not widen what is shown.
 */
export function parseFeedbackFilter(address: Address): { filter: FeedbackFilter; unreadable: string[] } {
  const { fields, unreadable } = readAddress(feedbackFilterSchema, address);
  return { filter: fields ?? {}, unreadable };
}

/** The address of the rows behind a number: `/w/acme/feedback?theme=…&sentiment=negative`. */
export function feedbackHref(workspaceSlug: string, filter: FeedbackFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return `/w/${workspaceSlug}/feedback${query.size > 0 ? `?${query}` : ''}`;
}

/** A filter without one field. */
export function withoutField(filter: FeedbackFilter, field: keyof FeedbackFilter): FeedbackFilter {
  const { [field]: _, ...rest } = filter;
  return rest;
}
