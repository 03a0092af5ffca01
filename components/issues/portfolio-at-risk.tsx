import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import type { AtRiskWords, describePortfolio } from './run-words';

/** The revenue at risk in sentences; amounts and accounts open the accounts behind them, for those of the workspace. */
export function PortfolioAtRisk({
  words: { linked, all },
  workspaceSlug,
}: {
  words: NonNullable<ReturnType<typeof describePortfolio>>;
  workspaceSlug: string | undefined;
}) {
  return (
    <>
      {typeof linked === 'string'
        ? `${linked} `
        : linked && <Sum words={linked} of="linked" slug={workspaceSlug} />}
      <Sum words={all} of="1" slug={workspaceSlug} />
    </>
  );
}

function Sum({ words, of, slug }: { words: AtRiskWords; of: '1' | 'linked'; slug: string | undefined }) {
  const open = (text: string) =>
    slug === undefined ? text : <TextLink href={accountsHref(slug, { exposed: of })}>{text}</TextLink>;
  return (
    <>
      {words.before} {open(words.amount)} {words.of} {open(words.accounts)}
      {words.rest}.{' '}
    </>
  );
}
