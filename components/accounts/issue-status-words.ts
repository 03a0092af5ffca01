import type { IssueStatus } from '@/lib/issues/schema';

/** Where an issue stands, in the middle of a sentence. */
export const issueStatusWords: Record<IssueStatus, string> = {
  new: 'new',
  investigating: 'being investigated',
  planned: 'planned',
  shipped: 'shipped',
  wont_do: 'not going to be done',
};
