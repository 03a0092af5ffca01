import type { SuggestedAccount } from '@/lib/accounts/find-account-suggestions';
import type { AccountEvidence } from '@/lib/accounts/merge-accounts';
import type { MergeEvidence } from '@/lib/accounts/merge-contacts';
import type { MergeDoubt } from '@/lib/accounts/merge-doubts';

const WORDS: Record<MergeEvidence['kind'], string> = {
  named_together: 'a source named the identities of both as one person’s',
  same_phone: 'the same phone number',
  same_name_and_company: 'the same full name at the same company',
  same_name_and_mailbox:
    'the same full name, of which nobody else here has the given or the family name, and the same address before the @, at two companies one after the other',
};

/** Why two contacts are, or may be, one person. */
export function describeEvidence(evidence: readonly MergeEvidence[]): string {
  return evidence.length === 0 ? 'a member knew it' : evidence.map(({ kind }) => WORDS[kind]).join('; ');
}

const DOUBTS: Record<MergeDoubt, string> = {
  own_addresses: 'each has an address of their own at the same company',
  other_phones: 'they have different phone numbers',
  heard_together: 'both were heard over the same time',
};

/** What speaks against two contacts being one person. */
export const describeDoubts = (doubts: readonly MergeDoubt[]): string =>
  doubts.map((doubt) => DOUBTS[doubt]).join('; ');

const COMPANY_WORDS: Record<AccountEvidence['kind'], string> = {
  same_domain: 'the same domain',
  same_name: 'the same name, apart from its legal form',
  shared_people: 'people who speak for both',
};

/** Why two accounts are, or may be, one company. */
export const describeAccountEvidence = (evidence: readonly AccountEvidence[]): string =>
  evidence.length === 0 ? 'a member knew it' : evidence.map(({ kind }) => COMPANY_WORDS[kind]).join('; ');

type ComparedAccount = Pick<SuggestedAccount, 'externalId' | 'country'>;

const systemOf = ({ externalId }: ComparedAccount) => /^([a-z]+):/.exec(externalId ?? '')?.[1];

/** What speaks against two accounts being one company; empty where nothing does. */
export function describeAccountDoubts(one: ComparedAccount, other: ComparedAccount): string {
  const doubts: string[] = [];
  if (systemOf(one) && systemOf(one) === systemOf(other)) doubts.push('the same system knows them as two');
  if (one.country && other.country && one.country !== other.country)
    doubts.push('they are in different countries');
  return doubts.join('; ');
}
