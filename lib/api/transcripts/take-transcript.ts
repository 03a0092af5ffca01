import { ensureApiSource } from '@/lib/api/ensure-api-source';
import { findFirstDate, readTranscript, transcriptItemSchema } from '@/lib/api/transcripts/read-transcript';
import { countNobodys, countUnnamed } from '@/lib/api/transcripts/replace-transcripts';
import type {
  TranscriptForm,
  TranscriptOutcome,
  TranscriptPreview,
} from '@/lib/api/transcripts/transcript-form';
import { TRANSCRIPT_SOURCE, undoTranscript } from '@/lib/api/transcripts/undo-transcript';
import { writeTranscripts } from '@/lib/api/transcripts/write-transcripts';
import { recordAudit } from '@/lib/audit/record';
import { invalid } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { retryCollisions } from '@/lib/http/retry-collisions';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';
import { tellSides } from '@/lib/ingest/transcripts/tell-sides';
import { TranscriptProblem, transcriptFormatNames } from '@/lib/ingest/transcripts/transcript';

const MOST_SKIPPED_SHOWN = 20;
const FIRST_WORDS = 120;

/**
 * Reads a transcript for a person to look at, stores it with the sides they gave, or takes a stored one back. It is named by its content, so the
 * same one again adds nothing.
 * @throws ExpectedError 'invalid' saying why it cannot be taken.
 */
export async function takeTranscript(scope: Scope, form: TranscriptForm): Promise<TranscriptOutcome> {
  if (form.step === 'read') return { preview: previewTranscript(form.content), stored: null };
  if (form.step === 'undo') {
    const undone = await undoTranscript(scope, form.conversationId ?? '');
    return { preview: null, stored: null, undone };
  }
  const on = (wanted: string) => form.speaker.filter((_, at) => form.side[at] === wanted);
  if (on('customer').length === 0 && !form.takesNameless) {
    throw invalid('Nobody is a customer yet. Choose who is.');
  }
  const item = transcriptItemSchema.parse({
    externalId: `sha256-${sha256(form.content)}`,
    content: form.content,
    startedAt: form.startedAt?.toISOString(),
    channel: form.channel,
    // Whom a person skips is taken for nobody's customer.
    staff: [...on('staff'), ...on('skip')],
    customers: on('customer'),
    people: form.speaker.flatMap((speaker, at) => {
      const email = form.email[at];
      return email && form.side[at] === 'customer' ? { speaker, contact: { email } } : [];
    }),
    unknownSpeakers: form.takesNameless ? 'customer' : 'skip',
    ...(form.account === undefined ? {} : { account: { externalId: form.account } }),
  });
  const read = readTranscript(item);
  if ('problem' in read) throw invalid(read.problem);
  const store = () =>
    scope.run(async (db, inner) => {
      const sourceId = await ensureApiSource(inner, TRANSCRIPT_SOURCE);
      const where = { workspaceId: scope.workspaceId, sourceId, externalId: item.externalId };
      const findStored = () =>
        db.conversation.findFirst({ where, select: { id: true, _count: { select: { feedback: true } } } });
      const write = async () => (await writeTranscripts(inner, [{ index: 0, item, read }], { sourceId }))[0];
      const before = await findStored();
      const nobodys = before && (await countNobodys(inner, before.id));
      let outcome = await write();
      const isCorrected =
        before !== null &&
        (outcome?.kind === 'refused' ||
          before._count.feedback !== read.statements.length ||
          nobodys !== countUnnamed(read));
      if (isCorrected) {
        // Other sides or people were chosen before: what staff said is no feedback, so all is taken back and stored as it is now.
        await undoTranscript(inner, before.id);
        outcome = await write();
      }
      const id = (await findStored())?.id;
      if (outcome?.kind === 'refused' || !id) throw invalid('The transcript cannot be stored as it is.');
      const statements = read.statements.length;
      const isNew = outcome?.kind === 'added' && !isCorrected;
      if (isNew || isCorrected) {
        await recordAudit(inner, {
          action: 'transcript.stored',
          subjectKind: 'conversation',
          subjectId: id,
          details: { format: read.format, statements },
        });
      }
      return { preview: null, stored: { statements, isNew, isCorrected, conversationId: id } };
    });
  // Where sides were corrected, the engine may be reading what is taken back at this moment.
  return retryCollisions(store);
}

function previewTranscript(content: string): TranscriptPreview {
  try {
    const { format, turns, skipped, people } = parseTranscript(content);
    const speakers = [...tellSides(turns, { people })].map(([name, { side, by }]) => {
      const own = turns.filter(({ speaker }) => speaker === name);
      const first = own[0]?.text.slice(0, FIRST_WORDS).toWellFormed() ?? '';
      return {
        ...{ name, by, first },
        side: side === 'unknown' ? ('skip' as const) : side,
        turns: own.length,
        email: people?.get(name)?.email ?? '',
      };
    });
    return {
      format: transcriptFormatNames[format],
      speakers,
      hasDates: findFirstDate(turns) !== null,
      nameless: turns.filter(({ speaker }) => speaker === null).length,
      skipped: skipped.slice(0, MOST_SKIPPED_SHOWN),
      skippedCount: skipped.length,
    };
  } catch (error) {
    if (error instanceof TranscriptProblem) throw invalid(error.message);
    throw error;
  }
}
