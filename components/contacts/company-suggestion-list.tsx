import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/components/workspaces/action-form';
import type { AccountSuggestion, SuggestedAccount } from '@/lib/accounts/find-account-suggestions';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatCount, formatMoney } from '@/lib/core/format';
import { describeAccountDoubts, describeAccountEvidence } from './merge-words';
import { PairAnswer } from './pair-answer';

type Props = {
  workspaceSlug: string;
  suggestions: AccountSuggestion[];
  /** Null for who may not decide. */
  actions: { merge: FormAction; keepApart: FormAction } | null;
};

/** Pairs of accounts that may be one company, each with what speaks for it and against it, and the two answers. */
export function CompanySuggestionList({ workspaceSlug, suggestions, actions }: Props) {
  return (
    <ul className="space-y-4">
      {suggestions.map(({ accounts: [first, second], evidence }) => {
        const doubts = describeAccountDoubts(first, second);
        return (
          <li key={`${first.id} ${second.id}`}>
            <Card>
              <div className="space-y-4">
                <div className="grid gap-4 sm:grid-cols-2">
                  <Company workspaceSlug={workspaceSlug} account={first} />
                  <Company workspaceSlug={workspaceSlug} account={second} />
                </div>
                <p className="text-sm text-ink-mute">
                  What speaks for one company: {describeAccountEvidence(evidence)}.
                  {doubts && <span className="block">What speaks against it: {doubts}.</span>}
                </p>
                {actions && (
                  <div className="flex flex-wrap gap-3">
                    <PairAnswer action={actions.merge} pair={[first, second]} label="Same company" isMain />
                    <PairAnswer
                      action={actions.keepApart}
                      pair={[first, second]}
                      label="Different companies"
                    />
                  </div>
                )}
              </div>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}

function Company({ workspaceSlug, account }: { workspaceSlug: string; account: SuggestedAccount }) {
  const { id, externalId, name, domain, country, arrCents, currency, statements, people } = account;
  const details = [
    externalId && externalId !== name ? `Key ${externalId}` : null,
    domain,
    country,
    arrCents !== null && currency !== null ? `${formatMoney(arrCents, currency)} ARR` : null,
  ].filter((detail) => detail !== null);
  return (
    <div className="min-w-0 space-y-1">
      <p className="break-words font-medium">
        <TextLink href={`/w/${workspaceSlug}/accounts/${id}`} dir="auto">
          {name}
        </TextLink>
      </p>
      {details.map((detail) => (
        <p key={detail} className="break-words text-sm text-ink-mute">
          {detail}
        </p>
      ))}
      <p className="text-sm text-ink-mute">
        {statements > 0 ? (
          <TextLink href={feedbackHref(workspaceSlug, { account: id })}>
            {formatCount(statements, 'statement')}
            <span className="sr-only"> of {name}</span>
          </TextLink>
        ) : (
          'No statement'
        )}
        , {people === 0 ? 'nobody known there' : formatCount(people, 'person', 'people')}
      </p>
    </div>
  );
}
