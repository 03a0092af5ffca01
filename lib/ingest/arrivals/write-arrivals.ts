import { ensurePeople } from '@/lib/accounts/ensure-people';
import { withdrawAccounts } from '@/lib/accounts/withdraw-accounts';
import type { Scope } from '@/lib/db/scope';
import { findTextConflicts } from '@/lib/feedback/find-text-conflicts';
import { recordConversations } from '@/lib/feedback/record-conversations';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { replaceFeedback, withdrawConversation, withdrawFeedback } from '@/lib/feedback/replace-feedback';
import type { FeedbackInput } from '@/lib/feedback/schema';
import type { Arrival, ArrivalOutcome } from '@/lib/ingest/arrivals/arrival';
import { cleanArrival } from '@/lib/ingest/arrivals/clean-arrival';
import { writeAccountArrivals } from '@/lib/ingest/arrivals/write-account-arrivals';
import { recordResponses } from '@/lib/responses/record-responses';
import { replaceScores } from '@/lib/responses/replace-scores';
import type { ResponseInput } from '@/lib/responses/schema';

/**
 * Writes what another system told us, by the commands that imports use: redacted, once by source and external id, all of it
 * or nothing. What is there already with other words or another score was changed at its source, whose word counts: it is
 * replaced. What its source does not hold any more is forgotten.
 * @returns what became of each, in their order.
 */
export async function writeArrivals(
  scope: Scope,
  arrivals: readonly Arrival[],
  { sourceId, now }: { sourceId: string; now: Date },
): Promise<ArrivalOutcome[]> {
  const outcomes = new Map<Arrival, ArrivalOutcome>();
  // Of several with one key the last is the newest.
  const sound = new Map<string, { given: Arrival; cleaned: Arrival }>();
  for (const given of arrivals) {
    const cleaned = cleanArrival(given, now);
    if ('refused' in cleaned) outcomes.set(given, { kind: 'refused', reason: cleaned.refused });
    else sound.set(`${given.kind} ${arrivalKey(given)}`, { given, cleaned: cleaned.arrival });
  }
  const written = await scope.run((_db, inner) =>
    writeSound(
      inner,
      [...sound.values()].map(({ cleaned }) => cleaned),
      { sourceId, now },
    ),
  );
  for (const { given, cleaned } of sound.values()) {
    outcomes.set(given, written.get(cleaned) ?? { kind: 'unchanged' });
  }
  return arrivals.map((given) => outcomes.get(given) ?? { kind: 'unchanged' });
}

/** What an arrival is known by within its source. */
export const arrivalKey = (arrival: Arrival) =>
  arrival.kind === 'account' ? arrival.account.externalId : arrival.externalId;

type Of<Kind extends Arrival['kind']> = Extract<Arrival, { kind: Kind }>;

async function writeSound(
  scope: Scope,
  arrivals: readonly Arrival[],
  { sourceId, now }: { sourceId: string; now: Date },
): Promise<Map<Arrival, ArrivalOutcome>> {
  const ofKind = <Kind extends Arrival['kind']>(kind: Kind) =>
    arrivals.filter((arrival): arrival is Of<Kind> => arrival.kind === kind);
  const outcomes: Map<Arrival, ArrivalOutcome> = await writeAccountArrivals(scope, ofKind('account'), now);
  const [conversations, responses, alone] = [ofKind('conversation'), ofKind('response'), ofKind('statement')];
  const origins = [
    ...conversations,
    ...responses,
    ...alone,
    ...conversations.flatMap(({ turns }) => turns.flatMap(({ who }) => who ?? [])),
  ];
  const people = await ensurePeople(scope, origins, null);
  const personOf = new Map(origins.map((origin, at) => [origin, people[at]]));
  const conversationIds = await writeConversations(scope, sourceId, conversations, responses, personOf);
  const recorded = await writeResponses(scope, sourceId, responses, personOf);

  const statements: { of: Arrival; input: FeedbackInput }[] = [
    ...alone.map((one) => ({
      of: one,
      input: {
        ...pickShared(one, sourceId),
        ...personOf.get(one),
        externalId: one.externalId,
        text: one.text,
        title: one.title,
        occurredAt: one.occurredAt,
      },
    })),
    ...conversations.flatMap((one) =>
      one.turns.map((turn) => ({
        of: one,
        input: {
          ...pickShared(one, sourceId),
          ...personOf.get(turn.who ?? one),
          externalId: turn.externalId,
          conversationId: conversationIds.get(one.externalId),
          text: turn.text,
          occurredAt: turn.at,
        },
      })),
    ),
    ...responses.flatMap((one) =>
      one.texts.map(({ key, text, title }) => ({
        of: one,
        input: {
          ...pickShared(one, sourceId),
          ...personOf.get(one),
          externalId: key === undefined ? one.externalId : `${one.externalId}/${key}`,
          responseId: recorded.ids.get(one.externalId),
          conversationId: one.conversation === undefined ? undefined : conversationIds.get(one.conversation),
          text,
          title,
          occurredAt: one.submittedAt,
        },
      })),
    ),
  ];
  const { added, changed } = await writeStatements(
    scope,
    statements.map(({ input }) => input),
  );
  const touched = (one: Arrival, inputs: ReadonlySet<FeedbackInput>) =>
    statements.some(({ of, input }) => of === one && inputs.has(input));
  for (const one of [...conversations, ...responses, ...alone]) {
    const isNew = recorded.added.has(one) || touched(one, added);
    const isOther = recorded.changed.has(one) || touched(one, changed);
    outcomes.set(one, { kind: isNew ? 'added' : isOther ? 'changed' : 'unchanged' });
  }
  // Last: a list by last change tells it after what was said before.
  const removals = ofKind('removal');
  const withdrawn = await withdrawAccounts(scope, removals.filter(isOfAccount));
  for (const one of removals) {
    const isGone = isOfAccount(one)
      ? withdrawn.has(one.externalId)
      : (await forgetAtSource(scope, sourceId, one)) > 0;
    outcomes.set(one, { kind: isGone ? 'changed' : 'unchanged' });
  }
  return outcomes;
}

const pickShared = (
  { channel, url, custom }: Exclude<Arrival, { kind: 'account' | 'removal' }>,
  sourceId: string,
) => ({
  sourceId,
  channel,
  url,
  custom,
});

type PersonOf = ReadonlyMap<
  object,
  { accountId: string | undefined; contactId: string | undefined } | undefined
>;

/** Ids of the conversations written now, and of those that responses speak of, by external id. */
async function writeConversations(
  scope: Scope,
  sourceId: string,
  conversations: readonly Of<'conversation'>[],
  responses: readonly Of<'response'>[],
  personOf: PersonOf,
): Promise<Map<string, string>> {
  const ids = await recordConversations(
    scope,
    sourceId,
    conversations.map((one) => ({
      externalId: one.externalId,
      channel: one.channel,
      subject: one.subject,
      startedAt: one.startedAt,
      ...personOf.get(one),
    })),
  );
  const judged = [...new Set(responses.flatMap(({ conversation }) => conversation ?? []))].filter(
    (externalId) => !ids.has(externalId),
  );
  if (judged.length === 0) return ids;
  const rows = await scope.run((db) =>
    db.conversation.findMany({
      where: { workspaceId: scope.workspaceId, sourceId, externalId: { in: judged } },
      select: { id: true, externalId: true },
    }),
  );
  return new Map([...ids, ...rows.map(({ id, externalId }) => [externalId, id] as const)]);
}

async function writeResponses(
  scope: Scope,
  sourceId: string,
  responses: readonly Of<'response'>[],
  personOf: PersonOf,
) {
  const inputs = responses.map(
    (one): ResponseInput => ({
      ...personOf.get(one),
      sourceId,
      externalId: one.externalId,
      submittedAt: one.submittedAt,
      custom: one.custom,
      scores: one.scores,
    }),
  );
  const { ids, added } = await recordResponses(scope, inputs);
  const known = responses.filter(({ externalId }) => !added.has(externalId));
  const replaced = await replaceScores(
    scope,
    known.flatMap(({ externalId, submittedAt, scores }) => {
      const responseId = ids.get(externalId);
      return responseId ? scores.map((score) => ({ ...score, responseId, answeredAt: submittedAt })) : [];
    }),
  );
  return {
    ids,
    added: new Set<Arrival>(responses.filter(({ externalId }) => added.has(externalId))),
    changed: new Set<Arrival>(known.filter(({ externalId }) => replaced.has(ids.get(externalId) ?? ''))),
  };
}

type AccountRemoval = Extract<Arrival, { of: 'account' }>;
const isOfAccount = (one: Of<'removal'>): one is AccountRemoval => one.of === 'account';

/** @returns how many statements are gone. */
function forgetAtSource(
  scope: Scope,
  sourceId: string,
  { of, externalId }: Exclude<Of<'removal'>, AccountRemoval>,
): Promise<number> {
  return of === 'conversation'
    ? withdrawConversation(scope, { sourceId, externalId })
    : withdrawFeedback(scope, { sourceId, externalId });
}

async function writeStatements(scope: Scope, inputs: FeedbackInput[]) {
  const ids = new Set((await recordFeedback(scope, inputs)).keys());
  const added = new Set(inputs.filter(({ externalId }) => ids.delete(externalId)));
  const changed = await findTextConflicts(
    scope,
    inputs.filter((input) => !added.has(input)),
  );
  for (const input of changed) await replaceFeedback(scope, input);
  return { added, changed };
}
