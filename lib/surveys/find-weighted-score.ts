import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { ResponseFilter } from '@/lib/responses/response-filter';
import { responseWhere } from '@/lib/responses/response-where';
import { answerValue } from '@/lib/stats/answer-value';
import { computePostStratified, type StratifiedKind, type Stratum } from '@/lib/stats/post-stratification';
import { shownWhere } from '@/lib/surveys/find-showings';
import { accountOfShowing } from '@/lib/surveys/showing-account';

/** What the people who were asked may be parted by. */
export const weightings = ['segment', 'plan'] as const;
export type Weighting = (typeof weightings)[number];

const COLUMNS: Record<Weighting, Prisma.Sql> = { segment: Prisma.sql`c.segment`, plan: Prisma.sql`c.plan` };

/** What of a metric's scores is averaged. */
const KINDS: Record<'nps' | 'csat' | 'ces', [StratifiedKind, (score: number) => number]> = {
  nps: ['net', answerValue.nps],
  csat: ['share', answerValue.csat],
  ces: ['mean', (score) => score],
};

export type WeightedScore = ReturnType<typeof computePostStratified>;

/**
 * The score of a survey weighted for who did not answer: by the share of each segment or plan among the showings of these
 * days, of people where the latest answer of each counts. Who is not known, or has none, is a part of its own, named "".
 */
export async function findWeightedScore(
  scope: Scope,
  filter: Omit<ResponseFilter, 'channel'> & { metric: 'nps' | 'csat' | 'ces'; survey: string },
  by: Weighting,
): Promise<WeightedScore> {
  const { workspaceId } = scope;
  const { metric, survey } = filter;
  const part = Prisma.sql`coalesce(${COLUMNS[by]}, '')`;
  const counted = filter.latest
    ? Prisma.sql`DISTINCT coalesce(i.contact_id, r.contact_id, i.id)`
    : Prisma.sql`DISTINCT i.id`;
  return scope.run(async (db) => {
    const asked = await db.$queryRaw<{ name: string; n: number }[]>`
      SELECT ${part} AS name, count(${counted})::int AS n
      FROM impressions i
        LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.id = i.id
        LEFT JOIN accounts c ON c.workspace_id = i.workspace_id AND c.id = ${accountOfShowing}
      WHERE ${shownWhere(workspaceId, survey, filter)}
      GROUP BY 1 ORDER BY 1`;
    const answered = await db.$queryRaw<{ name: string; score: number; n: number }[]>`
      SELECT ${part} AS name, w.score, count(*)::int AS n
      FROM answers w JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
        LEFT JOIN accounts c ON c.workspace_id = r.workspace_id AND c.id = r.account_id
      WHERE ${responseWhere(workspaceId, filter)}
      GROUP BY 1, 2`;
    const [kind, toValue] = KINDS[metric];
    const names = new Set([...asked, ...answered].map(({ name }) => name));
    const strata = [...names].map((name): Stratum => {
      const values = new Map<number, number>();
      for (const each of answered) {
        const value = toValue(each.score);
        if (each.name === name) values.set(value, (values.get(value) ?? 0) + each.n);
      }
      return { name, asked: asked.find((each) => each.name === name)?.n ?? 0, values };
    });
    return computePostStratified(strata, kind);
  });
}
