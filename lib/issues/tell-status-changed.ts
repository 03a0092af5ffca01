import type { Scope } from '@/lib/db/scope';
import { findComplainants } from '@/lib/issues/find-complainants';
import type { IssueStatus } from '@/lib/issues/schema';
import { emitEvents, isListenedTo } from '@/lib/outbound/webhooks/emit-events';

/** People named in one message. */
const PEOPLE_A_MESSAGE = 200;

interface ChangedIssue {
  id: string;
  title: string;
  themeId: string | null;
  from: IssueStatus;
  status: IssueStatus;
  shippedOn: string | null;
}

/**
 * Tells other systems that an issue moved; when it shipped, also whom to tell: those who complained of it before, a few hundred
 * a message.
 */
export async function tellStatusChanged(scope: Scope, issue: ChangedIssue): Promise<void> {
  const { id, themeId, from, status, shippedOn } = issue;
  const path = `/issues/${id}`;
  const named = { id, title: await findTitle(scope, issue), themeId };
  await emitEvents(scope, 'issue.status_changed', [
    { data: { issue: { ...named, from, status, shippedOn } }, path },
  ]);
  if (status !== 'shipped' || !shippedOn || !themeId) return;
  if (!(await isListenedTo(scope, 'issue.customers_to_tell'))) return;
  const people = await findComplainants(scope, { themeId, before: new Date(shippedOn) });
  const parts = Math.ceil(people.length / PEOPLE_A_MESSAGE);
  await emitEvents(
    scope,
    'issue.customers_to_tell',
    Array.from({ length: parts }, (_, at) => ({
      data: {
        issue: { ...named, shippedOn },
        part: at + 1,
        parts,
        people: people
          .slice(at * PEOPLE_A_MESSAGE, (at + 1) * PEOPLE_A_MESSAGE)
          .map(({ contactId, accountId }) => ({ contactId, accountId })),
      },
      path,
    })),
  );
}

/** An issue of a theme is called as the theme is. */
async function findTitle(scope: Scope, { themeId, title }: ChangedIssue): Promise<string> {
  if (!themeId) return title;
  const theme = await scope.run((db) =>
    db.theme.findUnique({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: themeId } },
      select: { name: true },
    }),
  );
  return theme?.name ?? title;
}
