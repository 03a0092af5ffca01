import { z } from 'zod';

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

const emptyToNull = (value: unknown) => (value === '' ? null : value);

/** What people decide about an issue; empty fields of a form are null. */
export const issueUpdateSchema = z
  .object({
    issueId: z.uuid(),
    status: z.enum(issueStatuses),
    ownerId: z.preprocess(emptyToNull, z.uuid().nullable()),
    notes: z.string().max(5000, 'At most 5,000 characters.'),
    shippedAt: z.preprocess(emptyToNull, z.iso.date('Give the day it shipped.').nullable()),
  })
  .refine(({ status, shippedAt }) => status !== 'shipped' || shippedAt !== null, {
    path: ['shippedAt'],
    message: 'Give the day it shipped: what changed is measured from there.',
  });
export type IssueUpdate = z.infer<typeof issueUpdateSchema>;
