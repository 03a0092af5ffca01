import { ScoreComponents } from '@/components/charts/score-components';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/core/format';
import type { ExplainedRow, RankExplanation } from '@/lib/impact/explain';
import type { PriorityWeights } from '@/lib/impact/priority';
import { CERTAINTY_EXPLANATION, describeStability } from './certainty-words';
import { splitPriority } from './score-parts';

type Props = {
  row: ExplainedRow;
  weights: PriorityWeights;
  explanation: RankExplanation;
  /** Why churn is left out, where it is. */
  noChurn: string | null;
  /** Who is counted: the accounts that ever had it, and what was said by people of no known account. */
  behind: { accounts: number; accountsHref: string; accountless: number; accountlessHref: string };
};

/** Why an issue is where it is: the sum, and each formula with this issue's own numbers in it. */
export function PriorityExplanation({ row, weights, explanation, noChurn, behind }: Props) {
  const items: Definition[] = [
    { term: 'Priority', description: explanation.priority },
    { term: 'Frequency', description: <Frequency text={explanation.frequency} behind={behind} /> },
    { term: 'Churn', description: explanation.churn ?? `Left out: ${noChurn}.` },
    {
      term: 'Revenue',
      description: explanation.impact ?? 'Left out: no account has a known ARR.',
    },
    { term: 'ARR at risk', description: `Beside the priority, not in it: ${explanation.atRisk}.` },
    {
      term: 'How sure',
      description: `${describeStability(row.stability)}. ${CERTAINTY_EXPLANATION}`,
    },
  ];
  return (
    <Card className="space-y-5">
      <ScoreComponents score={row.priorityScore} components={splitPriority(row, weights)} />
      <details>
        <summary className="cursor-pointer rounded-sm font-medium text-accent">
          The formula with this issue&rsquo;s numbers
        </summary>
        <div className="mt-3 text-sm">
          <DefinitionList items={items} />
        </div>
      </details>
    </Card>
  );
}

function Frequency({ text, behind }: { text: string; behind: Props['behind'] }) {
  const { accounts, accountsHref, accountless, accountlessHref } = behind;
  return (
    <>
      {text}. Behind it:{' '}
      {accounts > 0 && <TextLink href={accountsHref}>{formatCount(accounts, 'account')}</TextLink>}
      {accounts > 0 && accountless > 0 && ', and '}
      {accountless > 0 && (
        <>
          whoever made{' '}
          <TextLink href={accountlessHref}>{formatCount(accountless, 'statement')} of no account</TextLink>
        </>
      )}
      .
    </>
  );
}
