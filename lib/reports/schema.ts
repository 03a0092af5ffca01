import { z } from 'zod';

/** How long a link may work, in days. */
export const shareDays = [1, 7, 30, 90] as const;

const emptyToNull = (value: unknown) => (value === '' || value === undefined ? null : value);

export const newShareSchema = z.object({
  /** Null for the ranked list. */
  issueId: z.preprocess(emptyToNull, z.uuid().nullable()),
  days: z.coerce.number().pipe(z.literal(shareDays)),
});
export type NewShare = z.infer<typeof newShareSchema>;
export const shareIdSchema = z.object({ shareId: z.uuid() });

export const SHARES_PER_PAGE = 20;
