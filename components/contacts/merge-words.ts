import type { MergeEvidence } from '@/lib/accounts/merge-contacts';

const WORDS: Record<MergeEvidence['kind'], string> = {
  named_together: 'a source named the identities of both as one person’s',
  same_phone: 'the same phone number',
  same_name_and_company: 'the same full name at the same company',
  same_name_and_mailbox:
    'the same full name and the same address before the @, at two companies one after the other',
};

/** Why two contacts are, or may be, one person. */
export function describeEvidence(evidence: readonly MergeEvidence[]): string {
  return evidence.length === 0 ? 'a member knew it' : evidence.map(({ kind }) => WORDS[kind]).join('; ');
}
