import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { hashStoredText, openRedactor, type Redactor } from '@/lib/feedback/open-redactor';
import { keepOriginals } from '@/lib/feedback/originals';
import type { FeedbackInput } from '@/lib/feedback/schema';
import { enqueue } from '@/lib/jobs/queue';

/** Rows one annotation job reads. */
const JOB_SIZE = 500;

/**
 * Writes statements of customers, redacted as the workspace wants it, and hands them to the annotation engine in the same transaction. A row
 * whose (source, external id) is there already is left as it is.
 * @returns the ids of the rows that were added, by external id.
 */
export async function recordFeedback(scope: Scope, inputs: FeedbackInput[]): Promise<Map<string, string>> {
  if (inputs.length === 0) return new Map();
  return scope.run(async (db, inner) => {
    const redactor = await openRedactor(inner, {
      texts: inputs.flatMap(({ title, text }) => [title ?? '', text]),
      contactIds: inputs.flatMap(({ contactId }) => contactId ?? []),
    });
    const rows = inputs.map((input) => storedRow(input, redactor));
    // One parameter for the whole batch: no limit of rows, and the statement is planned once.
    const added = await db.$queryRaw<{ id: string; external_id: string }[]>`
      INSERT INTO feedback (
        workspace_id, id, source_id, external_id, channel, conversation_id, response_id, account_id, contact_id,
        import_id, title, text, text_hash, redactions, url, custom, occurred_at
      )
      SELECT ${scope.workspaceId}::uuid, r.id, r.source_id, r.external_id, r.channel::channel, r.conversation_id,
        r.response_id, r.account_id, r.contact_id, r.import_id, r.title, r.text, r.text_hash, r.redactions, r.url,
        r.custom, r.occurred_at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        id uuid, source_id uuid, external_id text, channel text, conversation_id uuid, response_id uuid,
        account_id uuid, contact_id uuid, import_id uuid, title text, text text, text_hash text, redactions jsonb,
        url text, custom jsonb, occurred_at timestamptz
      )
      ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
      RETURNING id, external_id`;
    for (let first = 0; first < added.length; first += JOB_SIZE) {
      const feedbackIds = added.slice(first, first + JOB_SIZE).map((row) => row.id);
      await enqueue(inner, 'annotations.annotate', { feedbackIds });
    }
    const addedIds = new Set(added.map((row) => row.id));
    await keepOriginals(
      inner,
      rows.flatMap((row, index) => {
        const input = inputs[index];
        return input && addedIds.has(row.id) ? [{ feedbackId: row.id, stored: row, input }] : [];
      }),
    );
    return new Map(added.map((row) => [row.external_id, row.id]));
  });
}

function storedRow(input: FeedbackInput, redactor: Redactor) {
  const { text, redactions } = redactor.redact(input.text);
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
    title: input.title ? redactor.redact(input.title).text : undefined,
    text,
    text_hash: hashStoredText(text),
    redactions: redactions.map(({ start, end, type }) => ({ start, end, type })),
    url: input.url === undefined ? undefined : redactor.redact(input.url).text,
    custom: redactor.redactFields(input.custom ?? {}),
    occurred_at: input.occurredAt,
  };
}
