import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { EpochDay } from '@/lib/impact/months';
import type { PanelAccount, PanelInput } from '@/lib/impact/panel';

const CHUNK = 20_000;
const MS_PER_DAY = 86_400_000;

/**
 * Writes given accounts and problem mentions into a workspace as the engine would leave them, one statement a mention.
 * @returns the ids of the themes, by the names given.
 */
export async function storeRecords(
  scope: Scope,
  sourceId: string,
  { accounts, mentions }: Pick<PanelInput, 'accounts' | 'mentions'>,
): Promise<Map<string, string>> {
  const { workspaceId } = scope;
  const themes = idsOf(mentions.map(({ themeId }) => themeId));
  const ids = idsOf(accounts.map(({ accountId }) => accountId));
  await scope.run(async (db, inner) => {
    await db.theme.createMany({
      data: Array.from(themes, ([name, id]) => ({ workspaceId, id, name, keywords: [] })),
    });
    for (const part of chunksOf(accounts)) await storeAccounts(inner, part, ids);
    for (const part of chunksOf(mentions)) {
      // A statement, its span and its assignment go by one id, each in a table of its own.
      const rows = {
        ids: part.map(() => newId()),
        accounts: part.map(({ unitId }) => ids.get(unitId) ?? null),
        themes: part.map(({ themeId }) => themes.get(themeId) ?? null),
        days: part.map(({ occurredDay }) => dateOf(occurredDay)),
      };
      await db.$executeRaw`
        INSERT INTO feedback (workspace_id, id, source_id, external_id, channel, account_id, text, text_hash, occurred_at)
        SELECT ${workspaceId}::uuid, id, ${sourceId}::uuid, id::text, 'ticket', account, 'It is slow.', '', day
        FROM unnest(${rows.ids}::uuid[], ${rows.accounts}::uuid[], ${rows.days}::timestamptz[]) AS u(id, account, day)`;
      await db.$executeRaw`
        INSERT INTO spans (workspace_id, id, feedback_id, start, "end", sentiment_label, kind)
        SELECT ${workspaceId}::uuid, id, id, 0, 11, 'negative', 'problem' FROM unnest(${rows.ids}::uuid[]) AS u(id)`;
      await db.$executeRaw`
        INSERT INTO theme_assignments (workspace_id, id, theme_id, feedback_id, span_id, confidence, maker)
        SELECT ${workspaceId}::uuid, id, theme, id, id, 0.9, 'engine'
        FROM unnest(${rows.ids}::uuid[], ${rows.themes}::uuid[]) AS u(id, theme)`;
    }
  });
  return themes;
}

async function storeAccounts(
  scope: Scope,
  accounts: readonly PanelAccount[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { workspaceId } = scope;
  const idOf = (accountId: string) => ids.get(accountId) ?? '';
  await scope.run(async (db) => {
    await db.account.createMany({
      data: accounts.map(({ accountId, plan, startedDay, churnedDay, renewalDay }) => ({
        ...{ workspaceId, id: idOf(accountId), externalId: accountId, name: accountId, plan },
        startedAt: dateOf(startedDay),
        churnedAt: dateOf(churnedDay),
        renewalAt: dateOf(renewalDay),
      })),
    });
    await db.accountArr.createMany({
      data: accounts.flatMap(({ accountId, arrHistory }) =>
        arrHistory.map(({ fromDay, arrCents }) => ({
          ...{ workspaceId, id: newId(), accountId: idOf(accountId) },
          // XTS is the code for tests: it has no rate.
          ...{ currency: arrCents === null ? 'XTS' : 'USD', arrCents: BigInt(arrCents ?? 1) },
          validFrom: new Date(fromDay * MS_PER_DAY),
        })),
      ),
    });
  });
}

function idsOf(names: readonly string[]): Map<string, string> {
  return new Map(Array.from(new Set(names), (name) => [name, newId()]));
}

function dateOf(day: EpochDay | null): Date | null {
  return day === null ? null : new Date(day * MS_PER_DAY);
}

function chunksOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, chunk) =>
    items.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
  );
}
