import { ACTIVE_USERS } from '@/lib/accounts/usage-trend';
import {
  countTimeline,
  findTimelineKeys,
  ownRows,
  type TimelineKey,
  type TimelineSubject,
} from '@/lib/annotations/find-timeline-keys';
import { type ToldAnswers, tellAnswers } from '@/lib/annotations/tell-answers';
import { formatPlace, type TimelineKind, type TimelinePlace } from '@/lib/annotations/timeline-place';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import type { Metric } from '@/lib/responses/schema';

/** What one event tells beside its moment. Who: the contact's name, null where it is unknown. */
export type TimelineStory =
  | {
      kind: 'feedback';
      who: string | null;
      channel: Channel;
      title: string | null;
      text: string;
      language: string | null;
      sentimentLabel: 'negative' | 'neutral' | 'positive' | null;
      themes: { id: string; name: string }[];
    }
  | { kind: 'score'; who: string | null; metric: Metric; score: number; feedbackId: string | null }
  | Omit<ToldAnswers, 'id'>
  | {
      kind: 'conversation';
      who: string | null;
      channel: Channel;
      subject: string | null;
      statements: number;
      /** What others than customers said in it. */
      others: number;
    }
  | {
      kind: 'revenue';
      arrCents: number;
      currency: string;
      /** What was paid before, null for the first line. */
      before: { arrCents: number; currency: string } | null;
      reason: string | null;
    }
  | { kind: 'usage'; people: number; times: number; names: { name: string; times: number }[] }
  | { kind: 'purchase'; who: string | null; what: string; amountCents: number; currency: string }
  | { kind: 'moved'; field: string; before: string | null; after: string | null }
  | Milestone;

interface Milestone {
  kind: 'started' | 'renewal' | 'churned';
  reason: string | null;
}

export type TimelineEvent = { id: string; at: Date } & TimelineStory;

export interface Timeline {
  events: TimelineEvent[];
  counts: Record<TimelineKind, number>;
  /** Places of the neighbouring pages, for `parsePlace`; null at the ends. */
  newer: string | null;
  older: string | null;
}

/** One page of everything that happened with an account or a person, newest first, paged by key. */
export async function findTimeline(
  scope: Scope,
  of: Omit<TimelineSubject, 'workspaceId'>,
  { only, place }: { only: TimelineKind | null; place: TimelinePlace | null },
  pageSize = 25,
): Promise<Timeline> {
  const subject = { workspaceId: scope.workspaceId, ...of };
  const isUpward = place?.direction === 'newer';
  return scope.run(async (db) => {
    const found = await findTimelineKeys(db, subject, { only, place, limit: pageSize + 1 });
    const hasMore = found.length > pageSize;
    const keys = found.slice(0, pageSize);
    if (isUpward) keys.reverse();
    const stories = await tell(db, subject, keys);
    const [first, last] = [keys[0], keys.at(-1)];
    return {
      events: keys.flatMap(({ id, at, kind }) => {
        const story = stories.get(`${kind} ${id}`);
        return story ? [{ id, at, ...story }] : [];
      }),
      counts: await countTimeline(db, subject),
      newer: first && (isUpward ? hasMore : place !== null) ? formatPlace('newer', first) : null,
      older: last && (isUpward || hasMore) ? formatPlace('older', last) : null,
    };
  });
}

/** The stories of events, by kind and id. */
async function tell(
  db: Db,
  subject: TimelineSubject,
  keys: TimelineKey[],
): Promise<Map<string, TimelineStory>> {
  const { workspaceId } = subject;
  const idsOf = (kind: TimelineKey['kind']) => keys.filter((key) => key.kind === kind).map(({ id }) => id);
  const told = [
    ...(await tellFeedback(db, workspaceId, idsOf('feedback'))),
    ...(await tellScores(db, workspaceId, idsOf('score'))),
    ...(await tellAnswers(db, workspaceId, idsOf('answer'))),
    ...(await tellConversations(db, workspaceId, idsOf('conversation'))),
    ...(await tellUsage(db, subject, idsOf('usage'))),
    ...(await tellPurchases(db, workspaceId, idsOf('purchase'))),
    ...(await tellRevenue(db, workspaceId, idsOf('revenue'))),
    ...(await tellMilestones(db, workspaceId, keys)),
    ...(await tellMoves(db, workspaceId, idsOf('moved'))),
  ];
  return new Map(told.map(({ id, ...story }) => [`${story.kind} ${id}`, story]));
}

type Told<Kind> = { id: string } & Extract<TimelineStory, { kind: Kind }>;

async function tellFeedback(db: Db, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<Told<'feedback'>[]>`
    SELECT 'feedback' AS kind, f.id, p.name AS who, f.channel::text, f.title, f.text, f.language,
      f.sentiment_label::text AS "sentimentLabel",
      coalesce((
        SELECT jsonb_agg(DISTINCT jsonb_build_object('id', k.id, 'name', k.name))
        FROM theme_assignments a
          JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
          JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
            AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
        WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id), '[]') AS themes
    FROM feedback f LEFT JOIN contacts p ON p.workspace_id = f.workspace_id AND p.id = f.contact_id
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = ANY(${ids}::uuid[])`;
}

async function tellScores(db: Db, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<Told<'score'>[]>`
    SELECT 'score' AS kind, a.id, p.name AS who, a.metric::text, a.score, (
      SELECT f.id FROM feedback f WHERE f.workspace_id = r.workspace_id AND f.response_id = r.id
      ORDER BY f.occurred_at, f.id LIMIT 1) AS "feedbackId"
    FROM answers a
      JOIN responses r ON r.workspace_id = a.workspace_id AND r.id = a.response_id
      LEFT JOIN contacts p ON p.workspace_id = r.workspace_id AND p.id = r.contact_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = ANY(${ids}::uuid[])`;
}

async function tellConversations(db: Db, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<Told<'conversation'>[]>`
    SELECT 'conversation' AS kind, v.id, p.name AS who, v.channel::text, v.subject, (
      SELECT count(*)::int FROM feedback f
      WHERE f.workspace_id = v.workspace_id AND f.conversation_id = v.id) AS statements, (
      SELECT count(*)::int FROM conversation_turns t
      WHERE t.workspace_id = v.workspace_id AND t.conversation_id = v.id) AS others
    FROM conversations v LEFT JOIN contacts p ON p.workspace_id = v.workspace_id AND p.id = v.contact_id
    WHERE v.workspace_id = ${workspaceId}::uuid AND v.id = ANY(${ids}::uuid[])`;
}

/** A week of use: how many people did what how often. What counts the active people is no event of its own. */
async function tellUsage(db: Db, subject: TimelineSubject, ids: string[]) {
  if (ids.length === 0) return [];
  const week = (column: string) => Prisma.raw(`date_trunc('week', ${column} AT TIME ZONE 'UTC')`);
  return db.$queryRaw<Told<'usage'>[]>`
    SELECT 'usage' AS kind, named.id, people.n AS people, did.times, did.names
    FROM usage_events named
      CROSS JOIN LATERAL (
        SELECT coalesce(max(u.count) FILTER (WHERE u.name = ${ACTIVE_USERS}), count(DISTINCT u.contact_id))::int AS n
        FROM usage_events u
        WHERE ${ownRows(subject, 'u')} AND ${week('u.occurred_at')} = ${week('named.occurred_at')}) people
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(each.times), 0)::float8 AS times, coalesce(
          jsonb_agg(jsonb_build_object('name', each.name, 'times', each.times) ORDER BY each.times DESC, each.name),
          '[]') AS names
        FROM (
          SELECT u.name, sum(u.count) AS times FROM usage_events u
          WHERE ${ownRows(subject, 'u')} AND ${week('u.occurred_at')} = ${week('named.occurred_at')}
            AND u.name <> ${ACTIVE_USERS}
          GROUP BY u.name) each) did
    WHERE named.workspace_id = ${subject.workspaceId}::uuid AND named.id = ANY(${ids}::uuid[])`;
}

async function tellPurchases(db: Db, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<Told<'purchase'>[]>`
    SELECT 'purchase' AS kind, x.id, p.name AS who, x.kind AS what, x.amount_cents::float8 AS "amountCents",
      x.currency::text
    FROM transactions x LEFT JOIN contacts p ON p.workspace_id = x.workspace_id AND p.id = x.contact_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id = ANY(${ids}::uuid[])`;
}

async function tellRevenue(db: Db, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db.$queryRaw<Told<'revenue'>[]>`
    SELECT 'revenue' AS kind, h.id, h.arr_cents::float8 AS "arrCents", h.currency::text, h.reason, (
      SELECT jsonb_build_object('arrCents', b.arr_cents, 'currency', b.currency) FROM account_arr b
      WHERE b.workspace_id = h.workspace_id AND b.account_id = h.account_id AND b.valid_from < h.valid_from
      ORDER BY b.valid_from DESC LIMIT 1) AS before
    FROM account_arr h
    WHERE h.workspace_id = ${workspaceId}::uuid AND h.id = ANY(${ids}::uuid[])`;
}

/** Their rows are the account itself; a churn may have a reason. */
async function tellMilestones(db: Db, workspaceId: string, keys: TimelineKey[]) {
  const told: ({ id: string } & Milestone)[] = [];
  for (const { kind, id } of keys) {
    if (kind === 'started' || kind === 'renewal') told.push({ kind, id, reason: null });
    if (kind !== 'churned') continue;
    const account = await db.account.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      select: { churnReason: true },
    });
    told.push({ kind, id, reason: account?.churnReason ?? null });
  }
  return told;
}

async function tellMoves(db: Db, workspaceId: string, ids: string[]): Promise<Told<'moved'>[]> {
  if (ids.length === 0) return [];
  const moves = await db.accountMove.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, field: true, before: true, after: true },
  });
  return moves.map((move) => ({ kind: 'moved', ...move }));
}
