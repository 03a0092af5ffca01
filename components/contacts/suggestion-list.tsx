import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/components/workspaces/action-form';
import type { MergeSuggestion, SuggestedContact } from '@/lib/accounts/find-merge-suggestions';
import { findMergeDoubts, type MergeDoubt } from '@/lib/accounts/merge-doubts';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatCount, formatDays } from '@/lib/core/format';
import { describeDoubts, describeEvidence } from './merge-words';
import { PairAnswer } from './pair-answer';

type Props = {
  workspaceSlug: string;
  suggestions: MergeSuggestion[];
  /** Null for who may not decide. */
  actions: { merge: FormAction; keepApart: FormAction } | null;
};

/** Pairs of contacts that may be one person, each with what speaks for it and the two answers. */
export function SuggestionList({ workspaceSlug, suggestions, actions }: Props) {
  return (
    <ul className="space-y-4">
      {suggestions.map(({ contacts: [first, second], evidence }) => (
        <li key={`${first.id} ${second.id}`}>
          <Card>
            <div className="space-y-4">
              <div className="grid gap-4 sm:grid-cols-2">
                <Contact workspaceSlug={workspaceSlug} contact={first} />
                <Contact workspaceSlug={workspaceSlug} contact={second} />
              </div>
              <p className="text-sm text-ink-mute">
                What speaks for one person: {describeEvidence(evidence)}.
                <Doubts of={findMergeDoubts(first, second)} />
              </p>
              {actions && (
                <div className="flex flex-wrap gap-3">
                  <PairAnswer
                    action={actions.merge}
                    pair={[named(first), named(second)]}
                    label="Same person"
                    isMain
                  />
                  <PairAnswer
                    action={actions.keepApart}
                    pair={[named(first), named(second)]}
                    label="Different people"
                  />
                </div>
              )}
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Doubts({ of: doubts }: { of: MergeDoubt[] }) {
  return (
    doubts.length > 0 && <span className="block">What speaks against it: {describeDoubts(doubts)}.</span>
  );
}

function Contact({ workspaceSlug, contact }: { workspaceSlug: string; contact: SuggestedContact }) {
  const { id, email, phone, accounts, statements, firstAt, lastAt } = contact;
  const details = [email, phone, accounts.join(', ')].filter(Boolean);
  return (
    <div className="min-w-0 space-y-1">
      <p className="break-words font-medium">
        <TextLink href={`/w/${workspaceSlug}/contacts/${id}`} dir="auto">
          {nameOf(contact)}
        </TextLink>
      </p>
      {details.map((detail) => (
        <p key={detail} className="break-words text-sm text-ink-mute">
          {detail}
        </p>
      ))}
      <p className="text-sm text-ink-mute">
        {statements > 0 ? (
          <TextLink href={feedbackHref(workspaceSlug, { contact: id })}>
            {formatCount(statements, 'statement')}
            <span className="sr-only"> of {nameOf(contact)}</span>
          </TextLink>
        ) : (
          'No statement'
        )}
        {firstAt && lastAt && `, ${formatDays(firstAt, lastAt)}`}
      </p>
    </div>
  );
}

const nameOf = ({ name, email, phone }: SuggestedContact) => name ?? email ?? phone ?? 'Unnamed';
const named = (contact: SuggestedContact) => ({ id: contact.id, name: nameOf(contact) });
