import { z } from 'zod';
import { alertKinds, alertStates } from '@/lib/alerts/schema';

export const alertOrders = ['strength', 'day'] as const;

/** What the list of alerts may be narrowed by, under its names in the address bar. */
export const alertFilterSchema = z.object({
  state: z.enum(alertStates).optional(),
  kind: z.enum(alertKinds).optional(),
  /** Also alerts of themes merged into it. */
  theme: z.uuid().optional(),
  /** The newest day first unless told; or what is furthest from what was expected. */
  order: z.enum(alertOrders).optional(),
});
export type AlertQuery = z.infer<typeof alertFilterSchema>;

/** The address of the alerts behind a number: `/w/acme/alerts?state=open`. */
export function alertsHref(workspaceSlug: string, filter: AlertQuery): string {
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return `/w/${workspaceSlug}/alerts${query.size > 0 ? `?${query}` : ''}`;
}
