import { setImmediate } from 'node:timers/promises';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { ForeseenRedactions } from '@/lib/feedback/foreseen-redactions';
import { hintLanguage } from '@/lib/feedback/hint-language';
import { hashStoredText, openRedactor, type Redactor } from '@/lib/feedback/open-redactor';
import { keepOriginals } from '@/lib/feedback/originals';
import type { FeedbackInput } from '@/lib/feedback/schema';
import { enqueue } from '@/lib/jobs/queue';

/** Rows one annotation job reads. */
const JOB_SIZE = 500;
/** Statements redacted in one go: some milliseconds. */
const PIECE = 100;

/** A statement as it is to be stored. Which response it belongs to may be told later: it is not redacted. */
export type RedactedStatement = Awaited<ReturnType<typeof redactFeedback>>[number];

/** Writes statements of customers: redacts them and stores them. */
export async function recordFeedback(scope: Scope, inputs: FeedbackInput[]): Promise<Map<string, string>> {
  if (inputs.length === 0) return new Map();
  return scope.run(async (_db, inner) => storeFeedback(inner, await redactFeedback(inner, inputs)));
}

/**
 * Makes statements ready to be stored, redacted as the workspace wants it. To be called in the transaction that stores them: it
 * knows the people who are written by then. Between pieces it lets go, so that what else the transaction asks of the database
 * gets on its way meanwhile.
 * @param foreseen what of it was redacted beforehand
 */
export async function redactFeedback(
  scope: Scope,
  inputs: readonly FeedbackInput[],
  foreseen: ForeseenRedactions | null = null,
) {
  const redactor = await openRedactor(scope, {
    texts: inputs.flatMap(({ title, text }) => (title ? [title, text] : text)),
    contactIds: inputs.flatMap(({ contactId }) => contactId ?? []),
    foreseen,
  });
  const redacted = [];
  for (const [index, input] of inputs.entries()) {
    if (index % PIECE === PIECE - 1) await setImmediate();
    redacted.push({ input, row: storedRow(input, redactor) });
  }
  return redacted;
}

/**
 * Stores redacted statements and hands them to the annotation engine in the same transaction. A row whose (source, external id) is
 * there already is left as it is.
 * @returns the ids of the rows that were added, by external id.
 */
export async function storeFeedback(
  scope: Scope,
  statements: readonly RedactedStatement[],
): Promise<Map<string, string>> {
  if (statements.length === 0) return new Map();
  return scope.run(async (_db, inner) => {
    // One parameter for the whole batch and one row of ids back: no limit of rows, and nothing to be done for each.
    const rows = JSON.stringify(statements.map(({ row }) => row));
    const [added] = await inner.runSql<Added>(
      `WITH added AS (
        INSERT INTO feedback (
          workspace_id, id, source_id, external_id, channel, conversation_id, response_id, account_id, contact_id,
          import_id, title, text, text_hash, redactions, url, custom, occurred_at
        )
        SELECT $1::uuid, r.id, r.source_id, r.external_id, r.channel::channel, r.conversation_id,
          r.response_id, r.account_id, r.contact_id, r.import_id, r.title, r.text, r.text_hash, r.redactions, r.url,
          r.custom, r.occurred_at
        FROM json_to_recordset($2::json) AS r(
          id uuid, source_id uuid, external_id text, channel text, conversation_id uuid, response_id uuid,
          account_id uuid, contact_id uuid, import_id uuid, title text, text text, text_hash text, redactions jsonb,
          url text, custom jsonb, occurred_at timestamptz
        )
        ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
        RETURNING id
      )
      SELECT count(*) AS count, CASE WHEN count(*) < $3::int THEN array_agg(id) END AS ids FROM added`,
      [scope.workspaceId, rows, String(statements.length)],
    );
    const ids = new Set(
      Number(added?.count) === statements.length ? statements.map(({ row }) => row.id) : added?.ids,
    );
    for (let first = 0; first < ids.size; first += JOB_SIZE) {
      const feedbackIds = [...ids].slice(first, first + JOB_SIZE);
      await enqueue(inner, 'annotations.annotate', { feedbackIds });
    }
    const stored = statements.filter(({ row }) => ids.has(row.id));
    await keepOriginals(
      inner,
      stored.map(({ input, row }) => ({ feedbackId: row.id, stored: row, input })),
    );
    return new Map(stored.map(({ row }) => [row.external_id, row.id]));
  });
}

/** How many rows were added, and which, where it was not all of them. */
interface Added {
  count: string;
  ids: string[] | null;
}

function storedRow(input: FeedbackInput, redactor: Redactor) {
  const language = hintLanguage(input.custom ?? {});
  const { text, redactions } = redactor.redact(input.text, language);
  return {
    id: newId(),
    source_id: input.sourceId,
    external_id: input.externalId,
    channel: input.channel,
    conversation_id: input.conversationId,
    response_id: input.responseId,
    account_id: input.accountId,
    contact_id: input.contactId,
    import_id: input.importId,
    title: input.title ? redactor.redact(input.title, language).text : undefined,
    text,
    text_hash: hashStoredText(text),
    redactions: redactions.map(({ start, end, type }) => ({ start, end, type })),
    url: input.url === undefined ? undefined : redactor.redact(input.url).text,
    custom: redactor.redactFields(input.custom ?? {}),
    occurred_at: input.occurredAt,
  };
}
