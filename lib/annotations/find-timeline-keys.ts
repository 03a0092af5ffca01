import type { TimelineKind, TimelinePlace } from '@/lib/annotations/timeline-place';
import type { Db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/client';

/** Where an event stands in the order of a timeline, and which row tells the rest of it. */
export interface TimelineKey {
  kind: Exclude<TimelineKind, 'milestone'> | 'started' | 'renewal' | 'churned' | 'moved';
  id: string;
  at: Date;
}

/** Whose timeline it is: an account's, or a person's. */
export interface TimelineSubject {
  workspaceId: string;
  accountId?: string;
  contactId?: string;
}

/** The rows of a table that are of the subject. */
export function ownRows({ workspaceId, accountId, contactId }: TimelineSubject, alias = ''): Prisma.Sql {
  const column = (name: string) => Prisma.raw(alias === '' ? name : `${alias}.${name}`);
  const own = contactId
    ? Prisma.sql`${column('contact_id')} = ${contactId}::uuid`
    : Prisma.sql`${column('account_id')} = ${accountId}::uuid`;
  return Prisma.sql`${column('workspace_id')} = ${workspaceId}::uuid AND ${own}`;
}

/** The next events from a place on, the nearest first; ties of one moment are broken by kind and id. */
export async function findTimelineKeys(
  db: Db,
  subject: TimelineSubject,
  { only, place, limit }: { only: TimelineKind | null; place: TimelinePlace | null; limit: number },
): Promise<TimelineKey[]> {
  const isUpward = place?.direction === 'newer';
  const order = isUpward ? Prisma.sql`at, kind, id` : Prisma.sql`at DESC, kind DESC, id DESC`;
  const beyond = !place
    ? Prisma.sql`true`
    : Prisma.sql`(at, kind, id) ${isUpward ? Prisma.sql`>` : Prisma.sql`<`}
        (${place.at}::timestamptz, ${place.kind}::text COLLATE "C", ${place.id}::uuid)`;
  return db.$queryRaw<TimelineKey[]>`
    SELECT kind, id, at FROM (${eventsOf(subject, only)}) AS event (kind, id, at)
    WHERE ${beyond} ORDER BY ${order} LIMIT ${limit}`;
}

/** How many events of each kind a timeline has. */
export async function countTimeline(db: Db, subject: TimelineSubject): Promise<Record<TimelineKind, number>> {
  const rows = await db.$queryRaw<{ kind: TimelineKey['kind']; n: number }[]>`
    SELECT kind, count(*)::int AS n FROM (${eventsOf(subject, null)}) AS event (kind, id, at) GROUP BY 1`;
  const counts = {
    feedback: 0,
    score: 0,
    answer: 0,
    conversation: 0,
    usage: 0,
    purchase: 0,
    revenue: 0,
    milestone: 0,
  };
  for (const { kind, n } of rows) counts[kind in counts ? (kind as TimelineKind) : 'milestone'] += n;
  return counts;
}

/** What a response tells beside scores of a metric and words: what was chosen, and scores on scales of their own. */
export const isToldAnswer = Prisma.sql`(a.choices <> '{}' OR (a.metric IS NULL AND a.score IS NOT NULL))`;

const hasAnswers = Prisma.sql`EXISTS (
  SELECT 1 FROM answers a WHERE a.workspace_id = r.workspace_id AND a.response_id = r.id AND ${isToldAnswer})`;

function eventsOf(subject: TimelineSubject, only: TimelineKind | null): Prisma.Sql {
  const { workspaceId, accountId } = subject;
  const own = ownRows(subject);
  const milestone = (kind: string, column: Prisma.Sql) => Prisma.sql`
    SELECT ${kind}::text COLLATE "C", id, ${column}::timestamptz FROM accounts
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${accountId}::uuid AND ${column} IS NOT NULL`;
  const shared: Partial<Record<TimelineKind, Prisma.Sql>> = {
    feedback: Prisma.sql`SELECT 'feedback' COLLATE "C", id, occurred_at FROM feedback WHERE ${own}`,
    score: Prisma.sql`
      SELECT 'score' COLLATE "C", a.id, a.answered_at
      FROM responses r JOIN answers a ON a.workspace_id = r.workspace_id AND a.response_id = r.id
      WHERE ${ownRows(subject, 'r')} AND a.metric IS NOT NULL AND a.score IS NOT NULL`,
    // What was chosen in one response is one event, or a long questionnaire would bury everything else.
    answer: Prisma.sql`
      SELECT 'answer' COLLATE "C", r.id, r.submitted_at FROM responses r
      WHERE ${ownRows(subject, 'r')} AND ${hasAnswers}`,
    conversation: Prisma.sql`SELECT 'conversation' COLLATE "C", id, started_at FROM conversations WHERE ${own}`,
    // A week of use is one event, at its last moment; it is named by the latest of its rows.
    usage: Prisma.sql`
      SELECT 'usage' COLLATE "C", (array_agg(id ORDER BY occurred_at DESC, id DESC))[1], max(occurred_at)
      FROM usage_events WHERE ${own} GROUP BY date_trunc('week', occurred_at AT TIME ZONE 'UTC')`,
    purchase: Prisma.sql`SELECT 'purchase' COLLATE "C", id, occurred_at FROM transactions WHERE ${own}`,
  };
  // Revenue, contract and churn are an account's.
  const ofAccount: Partial<Record<TimelineKind, Prisma.Sql>> = subject.contactId
    ? {}
    : {
        revenue: Prisma.sql`SELECT 'revenue' COLLATE "C", id, valid_from::timestamptz FROM account_arr WHERE ${own}`,
        milestone: Prisma.join(
          [
            milestone('started', Prisma.sql`started_at`),
            milestone('renewal', Prisma.sql`renewal_at`),
            milestone('churned', Prisma.sql`churned_at`),
            Prisma.sql`SELECT 'moved' COLLATE "C", id, moved_at FROM account_moves WHERE ${own}`,
          ],
          ' UNION ALL ',
        ),
      };
  const parts = { ...shared, ...ofAccount };
  const one = only && parts[only];
  if (only && !one) return Prisma.sql`SELECT '' COLLATE "C", NULL::uuid, NULL::timestamptz WHERE false`;
  return one || Prisma.join(Object.values(parts), ' UNION ALL ');
}
