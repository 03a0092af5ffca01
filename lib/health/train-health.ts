import { minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { type EpochDay, toDate, toEpochDay } from '@/lib/health/day-counts';
import { isCustomerOn } from '@/lib/health/features';
import { featuresOf, findGroups, makeHealthRows } from '@/lib/health/health-rows';
import { type HealthRecords, loadHealthAccounts } from '@/lib/health/load-health-accounts';
import { findReasons } from '@/lib/health/reasons';
import { type HealthDetails, type HealthOutcome, healthOutcomes } from '@/lib/health/schema';
import { explainRow, type TrainedHealth, trainHealth } from '@/lib/health/train-model';
import { getSetting } from '@/lib/settings/queries';
import { toChance } from '@/lib/stats/logistic-regression';

/** Trainings of each outcome that are kept; only the newest keeps its accounts. */
const KEPT_MODELS = 20;
const ROWS_AT_ONCE = 1000;

interface ScoredAccount {
  accountId: string;
  chance: number;
  reasons: Prisma.InputJsonValue;
}

/** Learns anew what goes before churn, contraction and expansion, and says of every customer how likely each is. */
export async function trainAccountHealth(scope: Scope, now: Date = new Date()): Promise<void> {
  const { workspaceId } = scope;
  const { currency } = await scope.run((db) =>
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
  );
  const factors = minorUnitFactors(currency, await getSetting(scope, 'currencyRates'));
  const today = toEpochDay(now);
  const records = await loadHealthAccounts(scope, { today, factors });
  if (!records) return;
  const { columns, rows } = makeHealthRows(records.accounts, records.coverage);
  for (const outcome of healthOutcomes) {
    const known = outcome === 'churn' ? rows : rows.filter((row) => row.hasArrHistory);
    const trained = trainHealth(
      columns,
      known.map(({ account, monthStart, features, isEvent }) => ({
        ...{ account, monthStart, features },
        isEvent: isEvent[outcome],
      })),
    );
    const scored =
      trained.details && trained.withheld === null ? scoreAccounts(records, trained.details, today) : [];
    await scope.run((db) => store(db, workspaceId, { outcome, trained, scored, records }));
    // A training takes seconds; what else the process has to do comes in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Customers as the records end, but for those known to have left since. */
function scoreAccounts(
  { accounts, asOfDay }: HealthRecords,
  details: HealthDetails,
  today: EpochDay,
): ScoredAccount[] {
  const groups = findGroups(accounts);
  const { offset, slope } = details.calibration;
  return accounts
    .filter(
      (account) =>
        isCustomerOn(account, asOfDay) && (account.churnedDay === null || account.churnedDay > today),
    )
    .map((account) => {
      const values = featuresOf(account, asOfDay, groups).map(({ value }) => value ?? Number.NaN);
      const { logOdds, contributions } = explainRow(details, values);
      return {
        accountId: account.accountId,
        chance: toChance(offset + slope * logOdds),
        reasons: findReasons(account, asOfDay, details.columns, contributions).map((reason) => ({
          ...reason,
        })),
      };
    });
}

async function store(
  db: Db,
  workspaceId: string,
  {
    outcome,
    trained,
    scored,
    records,
  }: { outcome: HealthOutcome; trained: TrainedHealth; scored: ScoredAccount[]; records: HealthRecords },
): Promise<void> {
  const modelId = newId();
  const older = await db.healthModel.findMany({
    where: { workspaceId, outcome },
    orderBy: [{ trainedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  const olderIds = older.map(({ id }) => id);
  await db.accountHealth.deleteMany({ where: { workspaceId, modelId: { in: olderIds } } });
  await db.healthModel.deleteMany({ where: { workspaceId, id: { in: olderIds.slice(KEPT_MODELS - 1) } } });
  const { details, withheld, eventAccounts } = trained;
  await db.healthModel.create({
    data: {
      ...{ workspaceId, id: modelId, outcome, withheld, asOf: toDate(records.asOfDay) },
      eventAccountIds: eventAccounts.flatMap((position) => records.accounts[position]?.accountId ?? []),
      ...(details ? { details: details as unknown as Prisma.InputJsonObject } : {}),
    },
  });
  for (let first = 0; first < scored.length; first += ROWS_AT_ONCE) {
    await db.accountHealth.createMany({
      data: scored.slice(first, first + ROWS_AT_ONCE).map((row) => ({ ...row, workspaceId, modelId })),
    });
  }
}
