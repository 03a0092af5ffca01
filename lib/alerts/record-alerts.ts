import { statementsOf } from '@/lib/alerts/alert-rows';
import type { Finding } from '@/lib/alerts/judge-day';
import type { ScoreFinding } from '@/lib/alerts/judge-scores';
import type { AlertKind } from '@/lib/alerts/schema';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { addDays, countDays, type Day, startOf, toDay } from '@/lib/annotations/period';
import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { emitEvents } from '@/lib/outbound/webhooks/emit-events';

/** A surge that shows again within so many days is the same one. */
const SAME_SURGE_DAYS = 14;
/** First statements kept with an alert. */
const QUOTES = 3;

/** Of an alert already there, what decides whether a finding is the same. */
interface Known {
  id: string;
  kind: string;
  state: string;
  day: Day;
  lastDay: Day;
}

/** An alert raised again where it was withdrawn is the same one, and nobody has answered it. */
const reopened = { state: 'open', decidedAt: null, decidedById: null } as const;

/**
 * Keeps what was found about themes, the oldest day first. A theme that had an alert within {@link SAME_SURGE_DAYS}
 * before, whatever people said of it, gets no other one: that alert lasts longer. One that was withdrawn is as if it had
 * never been, until its day finds it again. On its own day an open alert takes the
 * newer counts, for a day fills until midnight; its first quotes stay. The caller holds the rules.
 */
export async function recordThemeAlerts(scope: Scope, findings: readonly Finding[]): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const known = await findKnown(
      db,
      workspaceId,
      findings.map(({ subject }) => subject),
    );
    for (const finding of [...findings].sort((one, other) => one.day.localeCompare(other.day))) {
      const alerts = known.get(finding.subject) ?? [];
      const same = alerts.find(
        ({ day, lastDay }) =>
          addDays(day, -SAME_SURGE_DAYS) <= finding.day && finding.day <= addDays(lastDay, SAME_SURGE_DAYS),
      );
      if (!same) {
        const { kind, day, subject, themeId } = finding;
        const found = {
          ...toRow(finding),
          lastDay: startOf(day),
          quoteIds: await findFirstStatements(db, workspaceId, finding),
        };
        const { id } = await db.alert.upsert({
          where: alertKey(workspaceId, finding),
          create: { workspaceId, id: newId(), ...found, subject, themeId, day: startOf(day) },
          update: { ...found, ...reopened },
          select: { id: true },
        });
        await tellRaised(inner, { ...finding, id });
        known.set(subject, [...alerts, { id, kind, state: 'open', day, lastDay: day }]);
        continue;
      }
      const isOwnDay = finding.day === same.day && same.state === 'open' && same.kind === finding.kind;
      if (!isOwnDay && finding.day <= same.lastDay) continue;
      if (finding.day > same.lastDay) same.lastDay = finding.day;
      await db.alert.update({
        where: { workspaceId_id: { workspaceId, id: same.id } },
        data: { lastDay: startOf(same.lastDay), ...(isOwnDay ? toRow(finding) : {}) },
      });
    }
  });
}

/**
 * Keeps a change of a score, unless one of the same metric is as young as the days it compares: the change then shows day
 * after day.
 */
export async function recordScoreAlert(
  scope: Scope,
  { metric, pValue, qValue, details }: ScoreFinding,
  day: Day,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const length = countDays(details.now);
    const same = await db.alert.findFirst({
      where: {
        workspaceId,
        kind: 'score_change',
        subject: metric,
        state: { not: 'withdrawn' },
        lastDay: { gte: startOf(addDays(day, -length)) },
      },
      orderBy: { day: 'desc' },
    });
    if (same) {
      if (toDay(same.lastDay) >= day) return;
      await db.alert.update({
        where: { workspaceId_id: { workspaceId, id: same.id } },
        data: { lastDay: startOf(day) },
      });
      return;
    }
    const key = { kind: 'score_change', subject: metric } as const;
    const found = { lastDay: startOf(day), pValue, qValue, details };
    const { id } = await db.alert.upsert({
      where: alertKey(workspaceId, { ...key, day }),
      create: { workspaceId, id: newId(), ...key, ...found, day: startOf(day), quoteIds: [] },
      update: { ...found, ...reopened },
      select: { id: true },
    });
    await tellRaised(inner, { id, kind: 'score_change', subject: metric, day });
  });
}

/** Tells other systems of a new alert. */
async function tellRaised(
  scope: Scope,
  alert: {
    id: string;
    kind: string;
    subject: string;
    day: Day;
    count?: number | null;
    expected?: number | null;
  },
): Promise<void> {
  const { id, kind, subject, day, count = null, expected = null } = alert;
  const data = { alert: { id, kind, subject, day, count, expected } };
  await emitEvents(scope, 'alert.raised', [{ data, path: `/alerts/${id}` }]);
}

function alertKey(
  workspaceId: string,
  { kind, subject, day }: { kind: AlertKind; subject: string; day: Day },
): Prisma.AlertWhereUniqueInput {
  return { workspaceId_kind_subject_day: { workspaceId, kind, subject, day: startOf(day) } };
}

export function toRow({ kind, count, expected, threshold, pValue, qValue, details }: Finding) {
  return { kind, count, expected, threshold, pValue, qValue, details };
}

async function findKnown(
  db: Db,
  workspaceId: string,
  subjects: readonly string[],
): Promise<Map<string, Known[]>> {
  const rows = await db.alert.findMany({
    where: {
      workspaceId,
      subject: { in: [...new Set(subjects)] },
      kind: { not: 'score_change' },
      state: { not: 'withdrawn' },
    },
    select: { id: true, kind: true, state: true, subject: true, day: true, lastDay: true },
    orderBy: { day: 'desc' },
  });
  const known = new Map<string, Known[]>();
  for (const { subject, day, lastDay, ...row } of rows) {
    const alerts = known.get(subject) ?? [];
    known.set(subject, [...alerts, { ...row, day: toDay(day), lastDay: toDay(lastDay) }]);
  }
  return known;
}

/** The first statements of some days, the oldest first. */
export async function findFirstStatements(
  db: Db,
  workspaceId: string,
  { subject, details: { days } }: Pick<Finding, 'subject' | 'details'>,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM feedback f
    WHERE ${feedbackWhere(workspaceId, statementsOf(subject, days))}
    ORDER BY f.occurred_at, f.id
    LIMIT ${QUOTES}`;
  return rows.map(({ id }) => id);
}
