/** A piece of feedback as a row of a file gives it. `text` is null where the row only has a score. */
export interface FeedbackRow {
  text: string | null;
  title: string | null;
  externalId: string | null;
  occurredAt: Date | null;
  accountExternalId: string | null;
  accountName: string | null;
  contactExternalId: string | null;
  contactEmail: string | null;
  contactName: string | null;
  npsScore: number | null;
  csatScore: number | null;
  rating: number | null;
  channel: string | null;
  language: string | null;
  url: string | null;
  amountCents: number | null;
  amountCurrency: string | null;
  custom: Record<string, string>;
}

/** An account as a row of a file gives it. `churned` without `churnedAt` says that it left, but not when. */
export interface AccountRow {
  externalId: string;
  name: string | null;
  domain: string | null;
  arrCents: number | null;
  currency: string | null;
  plan: string | null;
  segment: string | null;
  industry: string | null;
  country: string | null;
  startedAt: Date | null;
  renewalAt: Date | null;
  churnedAt: Date | null;
  churned: boolean | null;
  churnReason: string | null;
  ownerEmail: string | null;
  custom: Record<string, string>;
}

/** Why a row is refused, and the column at fault where it is one. */
export interface RowFault {
  error: string;
  column: string | null;
}
