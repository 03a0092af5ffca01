import { newId, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

interface CustomerInput {
  name?: string;
  domain?: string;
  externalId?: string;
  plan?: string;
  segment?: string;
  /** Minor units; null where unknown. Stands in the history from its start on. */
  arrCents?: number | null;
  currency?: string;
  startedAt?: string;
  renewalAt?: string;
  churnedAt?: string;
  custom?: Record<string, string>;
}

/** An account with its ARR. */
export async function makeCustomer(scope: Scope, input: CustomerInput = {}): Promise<string> {
  const { workspaceId } = scope;
  const { name = 'Acme', arrCents = 1_200_000, currency = 'USD', startedAt = '2025-01-01' } = input;
  const id = newId();
  const day = (text: string | undefined) => (text ? new Date(text) : null);
  const amount = arrCents === null ? null : BigInt(arrCents);
  await scope.run(async (db) => {
    await db.account.create({
      data: {
        ...{ workspaceId, id, name, currency, arrCents: amount },
        domain: input.domain ?? null,
        externalId: input.externalId ?? null,
        plan: input.plan ?? null,
        segment: input.segment ?? null,
        startedAt: day(startedAt),
        renewalAt: day(input.renewalAt),
        churnedAt: day(input.churnedAt),
        custom: input.custom ?? {},
      },
    });
    if (amount === null) return;
    await db.accountArr.create({
      data: {
        ...{ workspaceId, id: newId(), accountId: id, arrCents: amount, currency },
        validFrom: new Date(startedAt),
      },
    });
  });
  return id;
}

interface StatementInput {
  sourceId: string;
  accountId?: string;
  contactId?: string;
  at: string;
  kind?: 'problem' | 'praise';
  themeId?: string;
  responseId?: string;
}

/** A statement as the engine would leave it, with one span over all of it. */
export async function makeSaid(scope: Scope, input: StatementInput): Promise<string> {
  const { workspaceId } = scope;
  const { kind = 'problem', themeId } = input;
  const [id, spanId] = [newId(), newId()];
  const text = 'The export is slow again.';
  const found = { sentimentLabel: kind === 'praise' ? ('positive' as const) : ('negative' as const), kind };
  await scope.run(async (db) => {
    await db.feedback.create({
      data: {
        ...{ workspaceId, id, text, externalId: id, channel: 'ticket', textHash: sha256(text), ...found },
        sourceId: input.sourceId,
        accountId: input.accountId ?? null,
        contactId: input.contactId ?? null,
        responseId: input.responseId ?? null,
        occurredAt: new Date(input.at),
        annotatedAt: new Date(input.at),
      },
    });
    await db.span.create({
      data: { workspaceId, id: spanId, feedbackId: id, start: 0, end: text.length, ...found },
    });
    if (!themeId) return;
    await db.themeAssignment.create({
      data: { workspaceId, id: newId(), themeId, feedbackId: id, spanId, confidence: 0.9, maker: 'engine' },
    });
  });
  return id;
}

/** A theme, perhaps merged into another. */
export async function makeTopic(scope: Scope, name: string, mergedIntoId?: string): Promise<string> {
  const { workspaceId } = scope;
  const id = newId();
  await scope.run((db) =>
    db.theme.create({ data: { workspaceId, id, name, keywords: [], mergedIntoId: mergedIntoId ?? null } }),
  );
  return id;
}
