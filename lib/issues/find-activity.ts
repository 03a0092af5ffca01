import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { issueTitle } from '@/lib/issues/issue-title';

/** One line of an issue's history: who did what, when. */
export interface Activity {
  id: string;
  occurredAt: Date;
  action: string;
  /** A member's name; null where the house did it itself. */
  actorName: string | null;
  details: Prisma.JsonValue;
  /** The other issue or theme of a merge, a split or a move, as it is called today. */
  other: Other | null;
}

interface Other {
  name: string;
  /** Whether it happened to the other one: that was merged into this, or split off it. */
  isSubject: boolean;
}

/** What is done to a theme and shows on its issue, which follows it. */
const THEME_ACTIONS = ['theme.merged', 'theme.merge_undone', 'theme.split', 'theme.moved', 'theme.renamed'];
const ABOUT_TWO = ['theme.merged', 'theme.merge_undone', 'theme.split'];

/** An issue's history out of the audit trail, that of its theme's merges and splits with it; the latest first, one page of it. */
export async function findActivity(
  scope: Scope,
  issueId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: Activity[]; total: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const issue = await db.issue.findUnique({
      where: { workspaceId_id: { workspaceId, id: issueId } },
      select: { themeId: true },
    });
    const themeId = issue?.themeId ?? null;
    const where = {
      workspaceId,
      OR: [
        { subjectKind: 'issue', subjectId: issueId },
        ...(themeId === null ? [] : await themeEntries(inner, themeId)),
      ],
    } satisfies Prisma.AuditEntryWhereInput;
    const entries = await db.auditEntry.findMany({
      where,
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    const total = await db.auditEntry.count({ where });
    const people = entries.flatMap(({ actorKind, actorId }) =>
      actorKind === 'member' && actorId ? [actorId] : [],
    );
    const members = await db.member.findMany({
      where: { workspaceId, id: { in: people } },
      select: { id: true, user: { select: { name: true } } },
    });
    const names = new Map(members.map(({ id, user }) => [id, user.name]));
    const others = entries.map((entry) => otherOf(entry, { issueId, themeId }));
    const nameOf = await findNames(
      inner,
      others.flatMap((other) => (other ? [other.id] : [])),
    );
    return {
      rows: entries.map(({ id, occurredAt, action, actorId, details }, place) => {
        const other = others[place];
        const name = other && nameOf.get(other.id);
        return {
          ...{ id, occurredAt, action, details },
          actorName: names.get(actorId ?? '') ?? null,
          other: other && name ? { name, isSubject: other.isSubject } : null,
        };
      }),
      total,
    };
  });
}

/** What was done to a theme, and to others that were merged into it or split off it. */
async function themeEntries(scope: Scope, themeId: string) {
  const decided = await scope.run((db) =>
    db.themeDecision.findMany({
      where: {
        workspaceId: scope.workspaceId,
        OR: [
          { action: 'merge', payload: { path: ['intoId'], equals: themeId } },
          { action: 'create', payload: { path: ['splitFromId'], equals: themeId } },
        ],
      },
      select: { themeId: true },
      distinct: ['themeId'],
    }),
  );
  const related = decided.map((decision) => decision.themeId);
  const others = { subjectKind: 'theme', subjectId: { in: related }, action: { in: ABOUT_TWO } };
  return [
    { subjectKind: 'theme', subjectId: themeId, action: { in: THEME_ACTIONS } },
    { ...others, details: { path: ['intoId'], equals: themeId } },
    { ...others, details: { path: ['splitFromId'], equals: themeId } },
  ];
}

/** The issue or theme that an entry speaks of beside the one whose history it stands in. */
function otherOf(
  { action, subjectId, details }: { action: string; subjectId: string | null; details: Prisma.JsonValue },
  self: { issueId: string; themeId: string | null },
): { id: string; isSubject: boolean } | null {
  const values = typeof details === 'object' && details !== null && !Array.isArray(details) ? details : {};
  const [from, to] = ENDS[action]?.(values, subjectId) ?? [];
  if (typeof from !== 'string' || typeof to !== 'string') return null;
  const isSubject = from !== self.issueId && from !== self.themeId;
  return { id: isSubject ? from : to, isSubject };
}

type Ends = (details: Prisma.JsonObject, subjectId: string | null) => unknown[];
const mergedIssue: Ends = ({ issueId, intoId }) => [issueId, intoId];
const mergedTheme: Ends = ({ intoId }, subjectId) => [subjectId, intoId];

/** What happened to which one, and what it has to do with: the merged and where it went, the split off and where it came from. */
const ENDS: Record<string, Ends> = {
  'issue.merged': mergedIssue,
  'issue.merge_undone': mergedIssue,
  'issue.split': ({ issueId, newIssueId }) => [newIssueId, issueId],
  'theme.merged': mergedTheme,
  'theme.merge_undone': mergedTheme,
  'theme.split': ({ splitFromId }, subjectId) => [subjectId, splitFromId],
  'theme.moved': ({ to }, subjectId) => [subjectId, to],
};

/** Names of issues and themes by id. */
async function findNames(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const where = { workspaceId: scope.workspaceId, id: { in: [...new Set(ids)] } };
  return scope.run(async (db) => {
    const issues = await db.issue.findMany({
      where,
      select: { id: true, title: true, theme: { select: { name: true } } },
    });
    const themes = await db.theme.findMany({ where, select: { id: true, name: true } });
    return new Map([
      ...issues.map((issue) => [issue.id, issueTitle(issue)] as const),
      ...themes.map(({ id, name }) => [id, name] as const),
    ]);
  });
}

/** Names of everyone who was ever a member, by id: a history speaks of people who left, too. */
export async function findAllMemberNames(scope: Scope): Promise<Map<string, string>> {
  const members = await scope.run((db) =>
    db.member.findMany({
      where: { workspaceId: scope.workspaceId },
      select: { id: true, user: { select: { name: true } } },
    }),
  );
  return new Map(members.map(({ id, user }) => [id, user.name]));
}
