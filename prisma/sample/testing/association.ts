import { addMonths, formatDay, monthStartsWithin, parseDay } from '../days';
import type { ThemeSlug } from '../themes';
import type { SampleWorkspace } from '../types';

/** What an account said on a day, with the themes that it complained about and all that it spoke of. */
export type Statement = {
  accountId: string;
  externalId: string;
  day: number;
  themes: ThemeSlug[];
  problems: ThemeSlug[];
};

/** Everything that customers said in words, by known accounts. */
export function findStatements(workspace: SampleWorkspace): Statement[] {
  const accountOf = new Map(
    workspace.contacts.map((contact) => [contact.externalId, contact.accountExternalId]),
  );
  const said: { externalId: string; contactId: string | null; at: string }[] = [
    ...workspace.responses
      .filter(({ comment }) => comment !== null)
      .map(({ externalId, contactExternalId, submittedAt }) => ({
        externalId,
        contactId: contactExternalId,
        at: submittedAt,
      })),
    ...workspace.conversations.flatMap(({ contactExternalId, messages }) =>
      messages
        .filter(({ author }) => author === 'customer')
        .map(({ externalId, at }) => ({ externalId, contactId: contactExternalId, at })),
    ),
    ...workspace.reviews.map(({ externalId, contactExternalId, at }) => ({
      externalId,
      contactId: contactExternalId,
      at,
    })),
  ];
  return said.flatMap(({ externalId, contactId, at }) => {
    const accountId = contactId === null ? undefined : accountOf.get(contactId);
    if (accountId === undefined) return [];
    const themes = workspace.labels[externalId] ?? [];
    return [
      {
        accountId,
        externalId,
        day: parseDay(at.slice(0, 10)),
        themes,
        problems: workspace.problemLabels[externalId] ?? [],
      },
    ];
  });
}

export type RiskRatio = {
  ratio: number;
  logStandardError: number;
  pValue: number;
  exposedMonths: number;
  exposedEvents: number;
  exposedAccounts: number;
};

type Stratum = { exposed: number; exposedEvents: number; unexposed: number; unexposedEvents: number };

/** Two-sided p of a standard normal deviate (Abramowitz and Stegun 7.1.26). */
function twoSidedP(deviate: number): number {
  const x = Math.abs(deviate) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/** Mantel-Haenszel risk ratio with the variance of Greenland and Robins (1985) and the Cochran test. */
function pool(strata: Iterable<Stratum>): Pick<RiskRatio, 'ratio' | 'logStandardError' | 'pValue'> {
  let r = 0;
  let s = 0;
  let variance = 0;
  let excess = 0;
  let testVariance = 0;
  for (const { exposed, exposedEvents, unexposed, unexposedEvents } of strata) {
    const total = exposed + unexposed;
    const events = exposedEvents + unexposedEvents;
    if (exposed === 0 || unexposed === 0) continue;
    r += (exposedEvents * unexposed) / total;
    s += (unexposedEvents * exposed) / total;
    variance += (exposed * unexposed * events - exposedEvents * unexposedEvents * total) / total ** 2;
    excess += exposedEvents - (exposed * events) / total;
    testVariance += (exposed * unexposed * events * (total - events)) / (total ** 2 * (total - 1));
  }
  return {
    ratio: r / s,
    logStandardError: Math.sqrt(variance / (r * s)),
    pValue: twoSidedP(excess / Math.sqrt(testVariance)),
  };
}

function bandOf(arrCents: number): string {
  if (arrCents < 1_000_000) return 'small';
  return arrCents < 5_000_000 ? 'middle' : 'large';
}

/** Churn of account-months after a complaint about the theme against like account-months without; cut-points are of other feedback. */
export function computeStratifiedRatio(
  workspace: SampleWorkspace,
  statements: Statement[],
  theme: ThemeSlug,
  cutPoint = 4,
): RiskRatio {
  const { windowDays, lagDays } = workspace.plantedTruth;
  const byAccount = new Map<string, Statement[]>();
  for (const statement of statements) {
    byAccount.set(statement.accountId, [...(byAccount.get(statement.accountId) ?? []), statement]);
  }
  const strata = new Map<string, Stratum>();
  const exposedAccounts = new Set<string>();
  const counts = { exposedMonths: 0, exposedEvents: 0 };
  for (const account of workspace.accounts) {
    const startDay = parseDay(account.startedAt);
    const churnDay = account.churnedAt === null ? null : parseDay(account.churnedAt);
    for (const monthStart of monthStartsWithin(
      parseDay(workspace.startDate),
      parseDay(workspace.endDate) - 1,
    )) {
      if (startDay > monthStart || (churnDay !== null && churnDay < monthStart)) continue;
      const windowEnd = monthStart - lagDays;
      const inWindow = (byAccount.get(account.externalId) ?? []).filter(
        ({ day }) => day >= windowEnd - windowDays && day < windowEnd,
      );
      const isExposed = inWindow.some(({ problems }) => problems.includes(theme));
      const others = inWindow.filter(({ themes }) => themes.some((slug) => slug !== theme)).length;
      const feedback = others === 0 ? 'none' : others < cutPoint ? 'some' : 'much';
      const tenureDays = monthStart - startDay;
      const tenure = tenureDays < 91 ? '0-3' : tenureDays < 365 ? '3-12' : '12+';
      const monthText = formatDay(monthStart);
      const renews = account.startedAt.slice(5, 7) === monthText.slice(5, 7);
      const quarter = `${monthText.slice(0, 4)}q${Math.ceil(Number(monthText.slice(5, 7)) / 3)}`;
      const arr = account.arrHistory.findLast(({ from }) => parseDay(from) <= monthStart)?.arrCents ?? 0;
      const key = [account.plan, bandOf(arr), tenure, renews, quarter, feedback].join('|');
      const stratum = strata.get(key) ?? { exposed: 0, exposedEvents: 0, unexposed: 0, unexposedEvents: 0 };
      strata.set(key, stratum);
      const leaves = churnDay !== null && churnDay < addMonths(monthStart, 1) ? 1 : 0;
      if (isExposed) {
        stratum.exposed++;
        stratum.exposedEvents += leaves;
        counts.exposedMonths++;
        counts.exposedEvents += leaves;
        exposedAccounts.add(account.externalId);
      } else {
        stratum.unexposed++;
        stratum.unexposedEvents += leaves;
      }
    }
  }
  return { ...pool(strata.values()), ...counts, exposedAccounts: exposedAccounts.size };
}

/** The comparison that misleads: accounts that ever complained about the theme against those that never did. */
export function computeNaiveRatio(
  workspace: SampleWorkspace,
  statements: Statement[],
  theme: ThemeSlug,
): number {
  const ever = new Set(
    statements.filter(({ problems }) => problems.includes(theme)).map(({ accountId }) => accountId),
  );
  const shareLost = (accounts: SampleWorkspace['accounts']) =>
    accounts.filter(({ churnedAt }) => churnedAt !== null).length / accounts.length;
  const [spoke, silent] = [true, false].map((spoken) =>
    workspace.accounts.filter(({ externalId }) => ever.has(externalId) === spoken),
  );
  return shareLost(spoke ?? []) / shareLost(silent ?? []);
}
