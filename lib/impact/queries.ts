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

/** The newest computation of impact with all its themes, or null before the first. */
export async function findNewestImpact(scope: Scope): Promise<ImpactRun | null> {
  const run = await scope.run((db) =>
    db.impactRun.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
      include: { impacts: { include: { theme: { select: { name: true } } }, orderBy: { themeId: 'asc' } } },
    }),
  );
  if (!run) return null;
  return {
    id: run.id,
    asOf: run.asOf,
    computedAt: run.computedAt,
    parameters: impactParametersSchema.parse(run.parameters),
    totals: impactTotalsSchema.parse(run.totals),
    rows: run.impacts.map(({ themeId, theme, mentions, accounts, frequency, churn, impact, details }) => ({
      themeId,
      themeName: theme.name,
      mentions,
      accounts,
      frequency,
      churn,
      impact,
      details: impactDetailsSchema.parse(details),
    })),
  };
}
