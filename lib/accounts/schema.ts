import { z } from 'zod';

const day = z.date();

/** What is known of an account from one source; an absent field leaves what is there untouched, null clears it. */
export const accountInputSchema = z.object({
  /** The customer's own key for the account. */
  externalId: z.string().min(1).max(500),
  name: z.string().max(500).optional(),
  domain: z.string().max(253).toLowerCase().nullish(),
  plan: z.string().max(200).nullish(),
  segment: z.string().max(200).nullish(),
  industry: z.string().max(200).nullish(),
  country: z.string().max(200).nullish(),
  /** Minor units of `currency` a year. */
  arrCents: z.number().int().nonnegative().optional(),
  currency: z.string().length(3).toUpperCase().optional(),
  /** Why `arrCents` changed; kept with the line of the ARR history that it makes. */
  arrReason: z.string().max(2000).nullish(),
  /** What it paid from which days on, each in minor units of its currency; says what it pays now, unless `arrCents` does. */
  arrHistory: z
    .array(
      z.object({
        validFrom: day,
        arrCents: z.number().int().nonnegative(),
        currency: z.string().length(3).toUpperCase(),
        reason: z.string().max(2000).nullish(),
      }),
    )
    .optional(),
  startedAt: day.nullish(),
  renewalAt: day.nullish(),
  churnedAt: day.nullish(),
  churnReason: z.string().max(2000).nullish(),
  custom: z.record(z.string(), z.string().nullable()).optional(),
});

export type AccountInput = z.infer<typeof accountInputSchema>;

/** A person as a source names them: by its own key, by e-mail, by both, or by phone alone. */
export interface ContactInput {
  externalId?: string | undefined;
  /** Lower case. */
  email?: string | undefined;
  /** As it is written. Who is known by nothing else is recognised by it; of others it is kept. */
  phone?: string | undefined;
  name?: string | undefined;
  accountId?: string | undefined;
}
