import { beforeAll, describe, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { importText, makeImporter } from '@/lib/ingest/testing/make-import';

const ENGLISH =
  'The staff were very kind and helpful, and the room was clean when we came back in the evening.';

let scope: Scope;
let readAs: Record<string, unknown>;

/** An answer in the version of a survey in a language. */
async function answerIn(sourceId: string, language: string, text: string): Promise<void> {
  const [responseId, occurredAt] = [newId(), new Date('2026-03-01T10:00:00Z')];
  await scope.run((db, { workspaceId }) =>
    db.response.create({
      data: { workspaceId, id: responseId, sourceId, externalId: text, language, submittedAt: occurredAt },
    }),
  );
  await recordFeedback(scope, [
    { sourceId, externalId: text, channel: 'survey', text, occurredAt, responseId },
  ]);
}

beforeAll(async () => {
  scope = await makeImporter();
  const sourceId = await makeSource(scope);
  await answerIn(sourceId, 'fr', 'nul');
  await answerIn(sourceId, 'pt-BR', 'Top demais');
  await answerIn(sourceId, 'fr', ENGLISH);
  await answerIn(sourceId, 'xx', 'nul nul');
  await importText(
    scope,
    'feedback',
    'id,comment,date,language\na-1x,Service nickel,2026-03-01,French\nb-2x,Meine 612 345 678 geht nie,2026-03-01,es-ES\n',
  );
  const rows = await scope.run((db) => db.feedback.findMany({ select: { id: true } }));
  await annotateFeedback(
    scope,
    rows.map(({ id }) => id),
  );
  const read = await scope.run((db) => db.feedback.findMany({ select: { text: true, language: true } }));
  readAs = Object.fromEntries(read.map(({ text, language }) => [text, language]));
});

describe('the language that a source knows', () => {
  it('is that of a short answer in that version of the survey', () => {
    expect(readAs).toMatchObject({ nul: 'fr', 'Top demais': 'pt' });
  });

  it('is that of a row of a file that says it, and tells how its phone numbers are written', () => {
    expect(readAs).toMatchObject({ 'Service nickel': 'fr' });
    expect(Object.keys(readAs)).toContain('Meine [phone] geht nie');
  });

  it('gives way where the text is surely in another, and where it is none', () => {
    expect(readAs).toMatchObject({ [ENGLISH]: 'en', 'nul nul': null });
  });
});
