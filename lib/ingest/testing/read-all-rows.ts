import type { Scope } from '@/lib/db/scope';
import { countTables } from '@/lib/ingest/testing/make-import';

/** Everything that customers said and who they are, without the ids and times that are made on the way. */
export async function readAllRows(scope: Scope) {
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.feedback.findMany({
      where: { workspaceId },
      include: {
        contact: { include: { identities: true } },
        account: true,
        response: { include: { answers: true } },
      },
    }),
  );
  const told = rows.map(({ externalId, text, occurredAt, contact, account, response }) => [
    externalId,
    text,
    occurredAt.toISOString(),
    contact?.identities
      .map(({ value }) => value)
      .sort()
      .join(' '),
    account?.externalId,
    response?.answers.map(({ metric, score }) => `${metric} ${score}`).join(),
  ]);
  const { contacts, accounts, employments, responses, answers } = await countTables(scope);
  return {
    told: told.sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    ...{ contacts, accounts, employments, responses, answers },
  };
}
