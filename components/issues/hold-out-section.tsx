import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { formatCount, formatDate, formatFixed, formatNumber } from '@/lib/core/format';
import type { HoldOut } from '@/lib/issues/find-hold-out';
import type { HoldOutEffect } from '@/lib/issues/hold-out-effect';
import { type HoldOutPart, holdOutHref } from './fix-months';
import { describeHoldOut, describeNoHoldOut, describeTimes } from './fix-words';

type Props = { workspaceSlug: string; holdOut: HoldOut | null; issueHref: string; form: ReactNode };

/** What became of those who got a fix first, beside those who had to wait; and the way to say who they were. */
export function HoldOutSection({ workspaceSlug, holdOut, issueHref, form }: Props) {
  const effect = holdOut?.result?.effect;
  return (
    <Section
      id="hold-out"
      title="Who got it first"
      description="Where a part of the accounts got the fix before the others, the two are compared: whatever else happened, happened to both."
    >
      {holdOut && (
        <Card className="space-y-4">
          <p className="max-w-prose">
            <Part holdOut={holdOut} workspaceSlug={workspaceSlug} /> got it on {formatDate(holdOut.firstAt)}.{' '}
            {effect
              ? describeHoldOut(effect)
              : holdOut.result
                ? describeNoHoldOut(holdOut.result.reason)
                : 'The issue has no theme whose complaints could be counted.'}
          </p>
          {effect && <Figures effect={effect} issueHref={issueHref} />}
        </Card>
      )}
      {form && (
        <details className="rounded-lg border border-line bg-surface shadow-card">
          <summary className="min-h-6 cursor-pointer px-4 py-3 font-medium">
            {holdOut ? 'Change who got it first' : 'Say who got it first'}
          </summary>
          <div className="border-t border-line p-4">{form}</div>
        </details>
      )}
    </Section>
  );
}

type Row = HoldOutEffect['first'] & { part: HoldOutPart; name: string; accounts: number };

function Part({
  holdOut: { part, accounts },
  workspaceSlug,
}: { holdOut: HoldOut } & Pick<Props, 'workspaceSlug'>) {
  const count = formatCount(accounts, 'account');
  if (part.kind === 'accounts') return `${count} named by hand`;
  return (
    <>
      <TextLink href={accountsHref(workspaceSlug, { [part.kind]: part.value })}>{count}</TextLink> of{' '}
      {part.kind} {part.value}
    </>
  );
}

function Figures({ effect, issueHref }: { effect: HoldOutEffect; issueHref: string }) {
  const { first, others, ratio } = effect;
  const rows: Row[] = [
    { part: 'first', name: 'Got it first', accounts: effect.firstAccounts, ...first },
    { part: 'others', name: 'Had to wait', accounts: effect.otherAccounts, ...others },
  ];
  const rate = ({ part, ...row }: Row, side: 'before' | 'after') => {
    const { activeMonths, complainingMonths } = row[side];
    if (activeMonths === 0) return '–';
    const open = (count: number, complaining: boolean) =>
      count === 0 ? (
        '0'
      ) : (
        <TextLink href={holdOutHref(issueHref, part, { side, complaining })}>{formatNumber(count)}</TextLink>
      );
    return (
      <>
        {formatFixed((1000 * complainingMonths) / activeMonths, 1)} ({open(complainingMonths, true)} of{' '}
        {open(activeMonths, false)})
      </>
    );
  };
  return (
    <>
      <Table
        caption={`Account-months with a complaint, per 1,000: ${formatCount(effect.monthsBefore, 'month')} before and ${formatCount(effect.monthsAfter, 'month')} after, of 30 days`}
        rows={rows}
        rowKey={({ name }) => name}
        onPhone="cards"
        columns={[
          { key: 'name', header: 'Accounts', cell: ({ name }) => name },
          {
            key: 'n',
            header: 'Number',
            align: 'right',
            cell: ({ part, accounts }) => (
              <TextLink href={holdOutHref(issueHref, part)}>{formatNumber(accounts)}</TextLink>
            ),
          },
          { key: 'before', header: 'Before', align: 'right', cell: (row) => rate(row, 'before') },
          { key: 'after', header: 'After', align: 'right', cell: (row) => rate(row, 'after') },
        ]}
      />
      <p className="max-w-prose text-sm text-ink-mute">
        {ratio
          ? `After ÷ before of those who got it first, divided by that of the others: ${describeTimes(ratio.ratio, ratio.interval)}. `
          : 'One of the rates is 0, so no ratio can be told. '}
        It is proof where chance decided who came first. A part that was chosen because it suffered most would
        have got better anyway.
      </p>
    </>
  );
}
