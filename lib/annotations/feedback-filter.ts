import { z } from 'zod';
import { channels } from '@/lib/feedback/schema';

// Postgres has no year 0, and its text holds no NUL.
const day = z.iso.date().refine((value) => value >= '0001');
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\u0000'));
const id = z.uuid();

/** What a list of feedback may be narrowed by; every field stands in the address bar under its own name. */
export const feedbackFilterSchema = z.object({
  /** Words as in a web search: "exact phrase", -without, or. */
  q: words.optional(),
  sentiment: z.enum(['negative', 'neutral', 'positive']).optional(),
  kind: z.enum(['problem', 'request', 'praise', 'question', 'statement', 'no_content']).optional(),
  channel: z.enum(channels).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  theme: id.optional(),
  /** With `theme`: only statements in which a span of the theme speaks of a problem. */
  problem: z.literal('1').optional(),
  /** Read, with content, and yet without any theme. */
  untagged: z.literal('1').optional(),
  account: id.optional(),
  contact: id.optional(),
  conversation: id.optional(),
  import: id.optional(),
  plan: words.optional(),
  segment: words.optional(),
  /** First day, included. */
  from: day.optional(),
  /** Last day, included. */
  to: day.optional(),
});

export type FeedbackFilter = z.infer<typeof feedbackFilterSchema>;

/**
 * Reads a filter from an address. A value that does not fit is named, never dropped in silence: a filter that cannot be
 * read must not widen what is shown.
 */
export function parseFeedbackFilter(query: Record<string, string | string[] | undefined>): {
  filter: FeedbackFilter;
  unreadable: string[];
} {
  const given = Object.fromEntries(
    Object.keys(feedbackFilterSchema.shape).flatMap((name) => {
      const value = query[name];
      const single = Array.isArray(value) ? value[0] : value;
      return single ? [[name, single]] : [];
    }),
  );
  const result = feedbackFilterSchema.safeParse(given);
  if (result.success) return { filter: result.data, unreadable: [] };
  const unreadable = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  return { filter: {}, unreadable };
}

/** The address of the rows behind a number: `/w/acme/feedback?theme=…&sentiment=negative`. */
export function feedbackHref(workspaceSlug: string, filter: FeedbackFilter): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return `/w/${workspaceSlug}/feedback${query.size > 0 ? `?${query}` : ''}`;
}

/** A filter without one field; "problem mentions only" goes with its theme. */
export function withoutField(filter: FeedbackFilter, field: keyof FeedbackFilter): FeedbackFilter {
  const gone: (keyof FeedbackFilter)[] = field === 'theme' ? ['theme', 'problem'] : [field];
  return Object.fromEntries(
    Object.entries(filter).filter(([name]) => !gone.includes(name as keyof FeedbackFilter)),
  );
}
