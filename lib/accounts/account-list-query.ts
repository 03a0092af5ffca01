import { z } from 'zod';

export const accountSorts = ['risk', 'arr', 'name', 'renewal', 'feedback', 'loss'] as const;
export type AccountSort = (typeof accountSorts)[number];
export type SortOrder = 'asc' | 'desc';

/** How each column is sorted when nobody says otherwise: what asks for attention comes first. */
export const defaultOrders: Record<AccountSort, SortOrder> = {
  risk: 'desc',
  arr: 'desc',
  name: 'asc',
  renewal: 'asc',
  feedback: 'desc',
  loss: 'desc',
};

// Postgres text holds no NUL.
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((value) => !value.includes('\u0000'));

/** What the list of accounts may be narrowed by; every field stands in the address bar under its own name. */
export const accountFilterSchema = z.object({
  /** A part of the name, the domain or the external id. */
  q: words.optional(),
  plan: words.optional(),
  segment: words.optional(),
  /** A field of the workspace's own and its value, "region=North". */
  field: words.refine((value) => value.indexOf('=') > 0).optional(),
  status: z.enum(['active', 'churned']).optional(),
  /** Accounts with a problem mention of this theme up to the day of the newest impact run. */
  theme: z.uuid().optional(),
  /** Only accounts that the newest impact run counts as exposed now: to `theme`, or without it to any; `linked`: to one that is associated with churn, and ARR at risk is of these themes alone. */
  exposed: z.enum(['1', 'linked']).optional(),
  /** Accounts with a comment on this theme or a sub-theme of it, from the day `from` to the day `to`. */
  mentions: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Accounts whose ARR is in this currency, now or before. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Customers whose ARR on the day of the newest impact run is in a currency without a rate. */
  unrated: z.literal('1').optional(),
  /** Accounts that this import added or changed. */
  import: z.uuid().optional(),
  /** Accounts that this member looks after. */
  owner: z.uuid().optional(),
  /** Accounts with the event among the months that the newest model of this outcome learned from. */
  learned: z.enum(['churn', 'contraction', 'expansion']).optional(),
  /** Accounts that left within these months, "2025-06_2026-05", and were customers as the month of leaving began. */
  left: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])_\d{4}-(0[1-9]|1[0-2])$/)
    .refine((months) => months >= '0001')
    .optional(),
  /** Accounts that became customers in this month, "2025-03"; with `kept`, those still there so many months later. */
  since: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .refine((month) => month >= '0001')
    .optional(),
  kept: z.coerce.number().int().min(0).max(600).transform(String).optional(),
});
export type AccountFilter = z.infer<typeof accountFilterSchema>;

export interface AccountListQuery {
  filter: AccountFilter;
  sort: AccountSort;
  order: SortOrder;
  /** From 1. */
  page: number;
}

const placeSchema = z.object({
  sort: z.enum(accountSorts).catch('risk'),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

/**
 * Reads a list's address. A filter that does not fit is named, never dropped in silence: what cannot be read must not
 * widen what is shown. An order or page that does not fit is the first.
 */
export function parseAccountListQuery(
  query: Record<string, string | string[] | undefined>,
): AccountListQuery & { unreadable: string[] } {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    const single = [value].flat()[0];
    if (single?.trim()) given[name] = single;
  }
  const { sort, order = defaultOrders[sort], page } = placeSchema.parse(given);
  const filter = accountFilterSchema.safeParse(given);
  if (filter.success) return { filter: filter.data, sort, order, page, unreadable: [] };
  const unreadable = [...new Set(filter.error.issues.map((issue) => String(issue.path[0])))];
  return { filter: {}, sort, order, page, unreadable };
}

/** The address of a list of accounts: `/w/acme/accounts?theme=…&sort=arr`. What holds anyway is left out. */
export function accountsHref(
  workspaceSlug: string,
  filter: AccountFilter,
  { sort = 'risk', order = defaultOrders[sort], page = 1 }: Partial<Omit<AccountListQuery, 'filter'>> = {},
): string {
  // A caller may spread an object that knows more than the filter, such as a period.
  const query = new URLSearchParams(
    Object.entries(filter).filter(
      (entry): entry is [string, string] => entry[0] in accountFilterSchema.shape && Boolean(entry[1]),
    ),
  );
  if (sort !== 'risk') query.set('sort', sort);
  if (order !== defaultOrders[sort]) query.set('order', order);
  if (page > 1) query.set('page', String(page));
  return `/w/${workspaceSlug}/accounts${query.size > 0 ? `?${query}` : ''}`;
}

const goesWith: Partial<Record<keyof AccountFilter, readonly (keyof AccountFilter)[]>> = {
  theme: ['theme', 'exposed'],
  mentions: ['mentions', 'from', 'to'],
  since: ['since', 'kept'],
};

/** A filter without one of its fields; what only narrows that field goes with it. */
export function withoutField(filter: AccountFilter, field: keyof AccountFilter): AccountFilter {
  const gone: readonly string[] = goesWith[field] ?? [field];
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !gone.includes(name)));
}
