import type { Scope } from '@/lib/db/scope';
import { emitEvents, isListenedTo } from '@/lib/outbound/webhooks/emit-events';

/** What was said longer ago is no news: a file of last year tells nobody. */
const NEW_DAYS = 7;
const DAY_MS = 86_400_000;
/** Statements in one message. */
const MOST_A_MESSAGE = 100;

/** A theme that a statement got when themes were first looked for in it. */
export interface FirstTheme {
  feedbackId: string;
  themeId: string;
}

/** Tells other systems of new statements by their themes, many in one message. Texts are the stored ones, redacted. */
export async function tellThemed(scope: Scope, found: readonly FirstTheme[]): Promise<void> {
  if (found.length === 0 || !(await isListenedTo(scope, 'feedback.themed'))) return;
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const statements = await db.feedback.findMany({
      where: {
        workspaceId,
        id: { in: [...new Set(found.map(({ feedbackId }) => feedbackId))] },
        occurredAt: { gte: new Date(Date.now() - NEW_DAYS * DAY_MS) },
      },
      select: {
        ...{ id: true, text: true, title: true, channel: true, language: true, url: true },
        ...{ sentimentLabel: true, kind: true, occurredAt: true, accountId: true, contactId: true },
      },
    });
    const themes = await db.theme.findMany({
      where: { workspaceId, id: { in: [...new Set(found.map(({ themeId }) => themeId))] } },
      select: { id: true, name: true },
    });
    const statementOf = new Map(statements.map((one) => [one.id, one]));
    for (const { id: themeId, name } of themes) {
      const own = found.flatMap((one) => {
        const statement = one.themeId === themeId ? statementOf.get(one.feedbackId) : undefined;
        return statement ? [{ ...statement, occurredAt: statement.occurredAt.toISOString() }] : [];
      });
      const parts = Math.ceil(own.length / MOST_A_MESSAGE);
      await emitEvents(
        inner,
        'feedback.themed',
        Array.from({ length: parts }, (_, at) => ({
          data: {
            theme: { id: themeId, name },
            feedback: own.slice(at * MOST_A_MESSAGE, (at + 1) * MOST_A_MESSAGE),
          },
          path: `/themes/${themeId}`,
          themeId,
        })),
      );
    }
  });
}
