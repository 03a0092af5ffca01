/** The answer to one question of a questionnaire. */
export interface SurveyAnswer {
  /** The question, in the words of its column. */
  question: string;
  text?: string;
  score?: { metric: 'nps' | 'csat' | 'ces' | 'rating'; score: number };
  /** A score on a scale of the question's own. */
  ownScore?: number;
  /** What was chosen; several where the question takes several. */
  choices?: string[];
}

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
  /** As it is written in the source. */
  contactPhone?: string | null;
  contactName: string | null;
  npsScore: number | null;
  csatScore: number | null;
  rating: number | null;
  channel: string | null;
  language: string | null;
  url: string | null;
  amountCents: number | null;
  amountCurrency: string | null;
  /** Where the row is a response to a questionnaire; its scores are here then, and not above. */
  answers?: SurveyAnswer[];
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
  arrReason: string | null;
  ownerEmail: string | null;
  custom: Record<string, string>;
}

/** Why a row is refused, and the column at fault where it is one. */
export interface RowFault {
  error: string;
  column: string | null;
}
