import { formatCount, formatNumber, formatPercent } from '@/lib/core/format';
import type { ProposalRow } from '@/lib/themes/find-proposals';
import type { ProposalKind } from '@/lib/themes/proposal-schema';

export const kindWords: Record<ProposalKind, string> = {
  new_theme: 'New theme',
  growth: 'Growth',
  split: 'Split',
  drift: 'Drift',
  quiet: 'Gone quiet',
};

type Told = Pick<ProposalRow, 'kind' | 'theme' | 'found' | 'evidence'>;

/** What a proposal would do, in one sentence. */
export function describeProposal({ kind, theme, found }: Told): string {
  const [name, foundName] = [`“${theme?.name ?? 'a theme'}”`, `“${found?.name ?? ''}”`];
  switch (kind) {
    case 'new_theme':
      return `Make a theme of ${foundName}.`;
    case 'growth':
      return `Let ${name} take in the words of what was found around it, ${foundName}.`;
    case 'split':
      return `Split ${foundName} off ${name}, as a sub-theme.`;
    case 'drift':
      return `Let ${name} follow: customers speak of it in other words now, ${foundName}.`;
    case 'quiet':
      return `Set ${name} aside: nobody speaks of it any more.`;
  }
}

/** The counts behind a proposal. */
export function describeEvidence({ kind, evidence }: Told): string {
  const { looked, found, today, untagged } = evidence;
  if (kind === 'quiet') {
    return `No sentence in the last 28 days, ${formatNumber(today ?? 0)} in the 84 days before. At that rate none in 28 days comes by chance less than once in fifty times.`;
  }
  const sentences = formatCount(found, 'sentence');
  const share = looked > 0 ? ` (${formatPercent(found / looked)} of ${formatNumber(looked)} looked at)` : '';
  const before = today === null ? '' : ` The theme has ${formatNumber(today)} of them today.`;
  return `Found in ${sentences}${share}; ${formatNumber(untagged)} of these have no theme today.${before}`;
}

/** What is done when a proposal is accepted, as a button says it. */
export const acceptWords: Record<ProposalKind, string> = {
  new_theme: 'Make the theme',
  growth: 'Let it grow',
  split: 'Split it off',
  drift: 'Let it follow',
  quiet: 'Set it aside',
};
