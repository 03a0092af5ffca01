import { isChurnLinked } from '@/lib/impact/churn-link';
import type { RevenueBand } from '@/lib/impact/revenue-bands';
import type { Interval } from '@/lib/stats/interval';
import { computePercentileInterval } from '@/lib/stats/quantile';

/** ARR at risk over several themes, no account counted twice, in minor units, with its 95 % interval over bootstraps. */
export interface PortfolioAtRisk {
  /** Null where it is unknown of every account. */
  cents: number | null;
  interval: Interval | null;
}

/** An account that has a theme now, with the share (0..1) of its ARR that goes with it; either may be unknown. */
interface AccountShare {
  accountId: string;
  arrCents: number | null;
  lostShare: number | null;
}

/** A theme by the accounts that have it now. */
interface ThemeShares {
  accounts: readonly AccountShare[];
}

/**
 * ARR at risk over all themes in minor units, without counting an account twice: an account's share lost over several
 * themes is 1 - product of (1 - share), each share floored at 0 as it is shown, so that a theme that goes with less
 * churn does not hide what another one costs. Accounts of unknown ARR and unknown shares are left out; null where that
 * leaves nothing.
 */
export function computePortfolioAtRisk(themes: readonly ThemeShares[]): number | null {
  const keptShares = new Map<string, { arrCents: number; keptShare: number }>();
  for (const { accountId, arrCents, lostShare } of themes.flatMap((theme) => theme.accounts)) {
    if (arrCents === null || lostShare === null) continue;
    const keptShare = (keptShares.get(accountId)?.keptShare ?? 1) * (1 - Math.max(0, lostShare));
    keptShares.set(accountId, { arrCents, keptShare });
  }
  if (keptShares.size === 0) return null;
  let lostCents = 0;
  for (const { arrCents, keptShare } of keptShares.values()) lostCents += arrCents * (1 - keptShare);
  return Math.round(lostCents);
}

/** How many accounts are exposed to any of some themes, and how many of them their ARR at risk rests on. */
export interface PortfolioAccounts {
  exposed: number;
  counted: number;
}

/** Counts the accounts of all themes, and of those that may be called associated with churn. */
export function countPortfolios(
  themes: readonly { revenue: ThemeShares; churn: Parameters<typeof isChurnLinked>[0] }[],
): { all: PortfolioAccounts; linked: PortfolioAccounts } {
  const sharesOf = (some: typeof themes) => some.map(({ revenue }) => revenue);
  return {
    all: countPortfolioAccounts(sharesOf(themes)),
    linked: countPortfolioAccounts(sharesOf(themes.filter(({ churn }) => isChurnLinked(churn)))),
  };
}

export function countPortfolioAccounts(themes: readonly ThemeShares[]): PortfolioAccounts {
  const accounts = themes.flatMap((theme) => theme.accounts);
  const counted = accounts.filter(({ arrCents, lostShare }) => arrCents !== null && lostShare !== null);
  const distinct = (list: readonly AccountShare[]) => new Set(list.map(({ accountId }) => accountId)).size;
  return { exposed: distinct(accounts), counted: distinct(counted) };
}

/** The accounts of a theme that pay, by their place in a portfolio, and which cell of base rates each is of. */
interface PortfolioTheme {
  payers: Int32Array;
  cells: readonly string[];
}

/** Adds up ARR at risk over themes, one bootstrap replicate after the other. */
export interface PortfolioDraws {
  /** Shares lost of a theme in the replicate at hand, by cell; those of less churn are floored at 0. */
  add: (theme: number, lostShareOf: (cell: string) => number | null) => void;
  /** Ends the replicate. */
  finish: () => void;
  /** 95 % over all replicates; null without one. */
  interval: () => Interval | null;
}

/** The cell of base rates that an account is of; a band has no blank. */
export function cellOf({ plan, revenueBand }: { plan: string | null; revenueBand: RevenueBand }): string {
  return plan === null ? revenueBand : `${revenueBand} ${plan}`;
}

/** Prepares the draws of {@link computePortfolioAtRisk} over the accounts exposed now that pay, theme by theme. */
export function makePortfolioDraws(
  themes: readonly (readonly {
    accountId: string;
    arrCents: number;
    plan: string | null;
    revenueBand: RevenueBand;
  }[])[],
): PortfolioDraws {
  const placeOf = new Map<string, number>();
  const arrCents: number[] = [];
  const tables = themes.map((accounts): PortfolioTheme => {
    const payers = new Int32Array(accounts.length);
    const cells = accounts.map((account, position) => {
      const place = placeOf.get(account.accountId) ?? placeOf.size;
      placeOf.set(account.accountId, place);
      arrCents[place] = account.arrCents;
      payers[position] = place;
      return cellOf(account);
    });
    return { payers, cells };
  });
  const kept = new Float64Array(placeOf.size).fill(1);
  const totals: number[] = [];
  return {
    add(theme, lostShareOf) {
      const { payers, cells } = tables[theme] ?? { payers: new Int32Array(0), cells: [] };
      for (let position = 0; position < payers.length; position++) {
        const lostShare = lostShareOf(cells[position] ?? '') ?? 0;
        if (lostShare <= 0) continue;
        const place = payers[position] ?? 0;
        kept[place] = (kept[place] ?? 1) * (1 - lostShare);
      }
    },
    finish() {
      let lostCents = 0;
      for (let place = 0; place < kept.length; place++) {
        lostCents += (arrCents[place] ?? 0) * (1 - (kept[place] ?? 1));
      }
      totals.push(lostCents);
      kept.fill(1);
    },
    interval: () => (placeOf.size === 0 ? null : computePercentileInterval(totals)),
  };
}
