import { z } from 'zod';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import {
  type ImpactDetails,
  type ImpactParameters,
  type ImpactTotals,
  impactDetailsSchema,
  impactParametersSchema,
  impactTotalsSchema,
} from '@/lib/impact/schema';

export interface ThemeImpactRow {
  themeId: string;
  themeName: string;
  /** Statements with a problem mention, and accounts they came from. */
  mentions: number;
  accounts: number;
  frequency: number;
  churn: number;
  /** Exposed strategic ARR in major units. */
  impact: number;
  details: ImpactDetails;
}

export interface ImpactRun {
  id: string;
  /** Last day counted. */
  asOf: Date;
  computedAt: Date;
  parameters: ImpactParameters;
  totals: ImpactTotals;
  rows: ThemeImpactRow[];
}

/**
 * The newest computation of impact with all its themes. Null before the first, and where an older version stored one that
 * this version cannot read: see {@link isNewestImpactOutdated}.
 */
export async function findNewestImpact(scope: Scope): Promise<ImpactRun | null> {
  const run = await findStoredRun(scope);
  return run && parseRun(run);
}

/** Whether there is a computation of impact that an older version stored and this version cannot read. */
export async function isNewestImpactOutdated(scope: Scope): Promise<boolean> {
  const run = await findStoredRun(scope);
  return run !== null && parseRun(run) === null;
}

function findStoredRun(scope: Scope): Promise<StoredRun | null> {
  return scope.run((db) =>
    db.impactRun.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      include: { impacts: { include: { theme: { select: { name: true } } }, orderBy: { themeId: 'asc' } } },
    }),
  );
}

type StoredRun = Prisma.ImpactRunGetPayload<{
  include: { impacts: { include: { theme: { select: { name: true } } } } };
}>;

function parseRun({ id, asOf, computedAt, impacts, ...stored }: StoredRun): ImpactRun | null {
  const parameters = impactParametersSchema.safeParse(stored.parameters);
  const totals = impactTotalsSchema.safeParse(stored.totals);
  const details = z.array(impactDetailsSchema).safeParse(impacts.map((impact) => impact.details));
  if (!parameters.success || !totals.success || !details.success) return null;
  const rows = impacts.flatMap(({ themeId, theme, mentions, accounts, frequency, churn, impact }, index) => {
    const parsed = details.data[index];
    return parsed
      ? { themeId, themeName: theme.name, mentions, accounts, frequency, churn, impact, details: parsed }
      : [];
  });
  return { id, asOf, computedAt, parameters: parameters.data, totals: totals.data, rows };
}
