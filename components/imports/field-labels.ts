import { ACCOUNT_FIELDS, FEEDBACK_FIELDS, type ImportTarget } from '@/lib/ingest/csv/fields';

/** What each field of feedback is called on the mapping screen. */
const FEEDBACK_LABELS: Record<keyof typeof FEEDBACK_FIELDS, string> = {
  text: 'Comment (what the customer wrote)',
  title: 'Title of the comment',
  externalId: 'Comment: identifier',
  occurredAt: 'Date',
  accountExternalId: 'Account: identifier',
  accountName: 'Account: name',
  contactExternalId: 'Person: identifier',
  contactEmail: 'Person: e-mail',
  contactPhone: 'Person: phone',
  contactName: 'Person: name',
  npsScore: 'NPS score (0 to 10)',
  csatScore: 'Satisfaction (1 to 5)',
  cesScore: 'Effort (CES, 1 to 7)',
  rating: 'Rating (1 to 5 stars)',
  scaleScore: 'Score on another scale',
  answerText: 'Answer to an open question',
  answerChoice: 'Answer chosen from a list',
  channel: 'Channel',
  language: 'Language',
  url: 'Link',
  amount: 'Amount of money',
};

const ACCOUNT_LABELS: Record<keyof typeof ACCOUNT_FIELDS, string> = {
  externalId: 'Identifier',
  name: 'Name',
  domain: 'Web domain',
  arr: 'Annual revenue (ARR)',
  currency: 'Currency of the revenue',
  plan: 'Plan',
  segment: 'Segment',
  industry: 'Industry',
  country: 'Country',
  startedAt: 'Customer since',
  renewalAt: 'Renewal date',
  churnedAt: 'Churn date',
  churned: 'Churned? (yes or no)',
  churnReason: 'Churn reason',
  arrReason: 'Reason for the change of ARR',
  ownerEmail: 'Owner: e-mail',
};

/** The fields of a target with their names, in the order of the list one chooses from. */
export function fieldOptions(target: ImportTarget): { field: string; label: string }[] {
  const labels: Record<string, string> = target === 'feedback' ? FEEDBACK_LABELS : ACCOUNT_LABELS;
  return Object.keys(target === 'feedback' ? FEEDBACK_FIELDS : ACCOUNT_FIELDS).map((field) => ({
    field,
    label: labels[field] ?? field,
  }));
}

export const targetNames: Record<ImportTarget, string> = { feedback: 'Feedback', accounts: 'Accounts' };
