import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import type { AtRiskWords } from './run-words';

/** A sum of revenue at risk as a sentence; its amount and its accounts open the accounts behind them, for those of the workspace. */
export function PortfolioAtRisk({
  words,
  workspaceSlug,
}: {
  words: AtRiskWords | string;
  workspaceSlug: string | undefined;
}) {
  if (typeof words === 'string') return words;
  const { before, amount, of, accounts, rest, opens } = words;
  const open = (text: string) =>
    workspaceSlug === undefined ? (
      text
    ) : (
      <TextLink href={accountsHref(workspaceSlug, { exposed: opens })}>{text}</TextLink>
    );
  return (
    <>
      {before} {open(amount)} {of} {open(accounts)}
      {rest}
    </>
  );
}
