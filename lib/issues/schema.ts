import { z } from 'zod';
import { trackers } from '@/lib/settings/schema';

/** The life of an issue, in its order. */
export const issueStatuses = ['new', 'investigating', 'planned', 'shipped', 'wont_do'] as const;
export type IssueStatus = (typeof issueStatuses)[number];

export const statusWords: Record<IssueStatus, string> = {
  new: 'New',
  investigating: 'Investigating',
  planned: 'Planned',
  shipped: 'Shipped',
  wont_do: "Won't do",
};

const emptyToNull = (value: unknown) => (value === '' || value === undefined ? null : value);
/** One ticked box comes alone, several come as a list, none does not come at all. */
const toList = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const id = z.uuid();
const MS_PER_DAY = 86_400_000;

/** A day that has come somewhere on earth: what changed is measured from it. */
const day = z.preprocess(
  emptyToNull,
  z.iso
    .date('Give the day it shipped.')
    .refine(
      (value) => Date.parse(value) <= Date.now() + MS_PER_DAY,
      'That day is yet to come: choose the day it shipped.',
    )
    .nullable(),
);
const title = z
  .string('Give it a title.')
  .trim()
  .min(1, 'Give it a title.')
  .max(200, 'At most 200 characters.');
const SHIPPED_WITHOUT_DAY = {
  path: ['shippedAt'],
  message: 'Give the day it shipped: what changed is measured from there.',
};

/** What people decide about an issue; empty fields of a form are null. */
export const issueUpdateSchema = z
  .object({
    issueId: id,
    status: z.enum(issueStatuses),
    ownerId: z.preprocess(emptyToNull, id.nullable()),
    notes: z.string().max(5000, 'At most 5,000 characters.'),
    shippedAt: day,
    /** Working days of one person. */
    effortDays: z.preprocess(
      emptyToNull,
      z.coerce
        .number('Give a number of days, such as 2.5.')
        .min(0, 'Not below 0 days.')
        .max(10_000, 'At most 10,000 days.')
        .nullable(),
    ),
    /** Of an issue made by hand; one with a theme is called as its theme. */
    title: title.optional(),
  })
  .refine(({ status, shippedAt }) => status !== 'shipped' || shippedAt !== null, SHIPPED_WITHOUT_DAY);
export type IssueUpdate = z.infer<typeof issueUpdateSchema>;

/** Stands for "no owner" where an empty field means "as it is". */
export const NOBODY = 'nobody';

/** The same change of many issues; an empty field leaves things as they are. */
export const bulkUpdateSchema = z
  .object({
    issueIds: z.preprocess(toList, z.array(id).min(1, 'Tick at least one issue.').max(500)),
    status: z.preprocess(emptyToNull, z.enum(issueStatuses).nullable()),
    owner: z.preprocess(emptyToNull, z.union([z.literal(NOBODY), id]).nullable()),
    shippedAt: day,
    /** Which button was pressed: make tickets there, instead of a change here. */
    tracker: z.enum(trackers).optional(),
  })
  .refine(({ status, owner, tracker }) => tracker || status !== null || owner !== null, {
    path: ['status'],
    message: 'Choose a status or an owner to set.',
  })
  .refine(
    ({ status, shippedAt, tracker }) => tracker || status !== 'shipped' || shippedAt !== null,
    SHIPPED_WITHOUT_DAY,
  );
export type BulkUpdate = z.infer<typeof bulkUpdateSchema>;

export const newIssueSchema = z.object({
  title,
  notes: z.string().max(5000, 'At most 5,000 characters.').default(''),
  /** A statement that shows what it is about. */
  feedbackId: z.preprocess(emptyToNull, id.nullable()),
});
export type NewIssue = z.infer<typeof newIssueSchema>;

export const mergeSchema = z.object({ issueId: id, intoId: z.uuid('Choose an issue.') });
export const issueIdSchema = z.object({ issueId: id });

export const splitSchema = z.object({
  issueId: id,
  title,
  /** Pinned statements that go with the new issue. */
  evidenceIds: z.preprocess(toList, z.array(id).max(500)),
});
export type Split = z.infer<typeof splitSchema>;

export const linkSchema = z.object({
  issueId: id,
  url: z
    .string()
    .trim()
    .max(2000, 'At most 2,000 characters.')
    .pipe(z.url({ protocol: /^https$/, error: 'Enter an address that begins with https://.' }))
    // What stands before an @ in the host is a user, and would be shown to everyone.
    .refine((url) => !/^https:\/\/[^/?#]*@/i.test(url), 'Leave user and password out of it.'),
  label: z.string().trim().max(200, 'At most 200 characters.'),
});
export type NewLink = z.infer<typeof linkSchema>;
export const linkIdSchema = z.object({ linkId: id });

export const pinSchema = z.object({ issueId: z.uuid('Choose an issue.'), feedbackId: id });
export const unpinSchema = z.object({ evidenceId: id });

export const newViewSchema = z.object({
  name: z.string().trim().min(1, 'Name the view.').max(80, 'At most 80 characters.'),
  isShared: z.literal('on').optional().transform(Boolean),
  query: z.string().max(2000),
});
export type NewView = z.infer<typeof newViewSchema>;
export const viewIdSchema = z.object({ viewId: id });
