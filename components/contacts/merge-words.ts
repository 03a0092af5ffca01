import type { MergeEvidence } from '@/lib/accounts/merge-contacts';
import type { MergeDoubt } from '@/lib/accounts/merge-doubts';

const WORDS: Record<MergeEvidence['kind'], string> = {
  named_together: 'a source named the identities of both as one person’s',
  same_phone: 'the same phone number',
  same_name_and_company: 'the same full name at the same company',
  same_name_and_mailbox:
    'the same full name, rare among your contacts, and the same address before the @, at two companies one after the other',
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
