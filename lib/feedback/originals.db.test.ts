import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { hasOriginal, readOriginal } from '@/lib/feedback/originals';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { redactionFormSchema, saveRedaction } from '@/lib/feedback/save-redaction';
import type { FeedbackInput } from '@/lib/feedback/schema';

const TEXT = 'Sarah Miller at ann@example.org likes Jenkins Pipelines. Halvorsdottir does not.';
const CLEAN = 'The export is slow.';

const makeInput = (sourceId: string, externalId: string, text: string): FeedbackInput => ({
  sourceId,
  externalId,
  text,
  channel: 'ticket',
  occurredAt: new Date('2026-03-01T10:00:00Z'),
});

async function record(scope: Scope, inputs: Partial<FeedbackInput>[]): Promise<string[]> {
  const sourceId = await makeSource(scope);
  const ids = await recordFeedback(
    scope,
    inputs.map((input, index) => ({ ...makeInput(sourceId, String(index), TEXT), ...input })),
  );
  return inputs.map((_, index) => ids.get(String(index)) ?? '');
}

const asMember = (scope: Scope, role: string) =>
  Scope.issue(scope.workspaceId, { kind: 'member', memberId: newId(), userId: newId(), role });
const textsOf = async (scope: Scope) =>
  (await scope.run((db) => db.feedback.findMany({ orderBy: { externalId: 'asc' } }))).map(({ text }) => text);

describe('the original of a redacted text', () => {
  it('is dropped unless the workspace keeps it', async () => {
    const scope = await makeWorkspace();
    const [id = ''] = await record(scope, [{}]);
    expect(await hasOriginal(scope, id)).toBe(false);
    await expect(readOriginal(scope, id)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is kept encrypted, of what was redacted only, and each reading is written down', async () => {
    const [scope, other] = [await makeWorkspace(), await makeWorkspace()];
    await saveRedaction(scope, { allowedTerms: [], keepsOriginals: true });
    const [id = '', clean = ''] = await record(scope, [{ title: 'From Sarah Miller' }, { text: CLEAN }]);
    expect([await hasOriginal(scope, id), await hasOriginal(scope, clean)]).toEqual([true, false]);

    const [row] = await scope.run((db) => db.feedbackOriginal.findMany());
    expect(Buffer.from(row?.sealed ?? []).includes('ann@')).toBe(false);
    expect(await other.run((db) => db.feedbackOriginal.count())).toBe(0);
    await expect(readOriginal(asMember(scope, 'cx_lead'), id)).rejects.toMatchObject({ kind: 'denied' });

    expect(await readOriginal(asMember(scope, 'admin'), id)).toEqual({
      title: 'From Sarah Miller',
      text: TEXT,
    });
    const entries = await scope.run((db) => db.auditEntry.findMany());
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'feedback.original_read',
      'setting.redaction_changed',
    ]);
    expect(JSON.stringify(entries)).not.toContain('ann@');
  });

  it('opens for no other statement, and goes with its own', async () => {
    const scope = await makeWorkspace();
    await saveRedaction(scope, { allowedTerms: [], keepsOriginals: true });
    const [first = '', second = ''] = await record(scope, [{}, { text: 'Write to bob@example.org' }]);
    await scope.run(async (db) => {
      const where = { workspaceId_feedbackId: { workspaceId: scope.workspaceId, feedbackId: first } };
      const { sealed } = await db.feedbackOriginal.findUniqueOrThrow({ where });
      await db.feedbackOriginal.updateMany({ where: { feedbackId: second }, data: { sealed } });
      await db.feedback.deleteMany({ where: { id: first } });
    });
    expect(await hasOriginal(scope, first)).toBe(false);
    await expect(readOriginal(scope, second)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is deleted when the workspace stops keeping it', async () => {
    const scope = await makeWorkspace();
    await saveRedaction(scope, { allowedTerms: [], keepsOriginals: true });
    const [id = ''] = await record(scope, [{}]);
    expect(await saveRedaction(scope, { allowedTerms: [], keepsOriginals: false })).toEqual({ deleted: 1 });
    expect(await hasOriginal(scope, id)).toBe(false);
  });
});

describe('redaction of what is written', () => {
  it('leaves the allowed terms of the workspace alone, in its texts only', async () => {
    const [scope, other] = [await makeWorkspace(), await makeWorkspace()];
    await saveRedaction(scope, { allowedTerms: ['sarah miller', 'ann@example.org'], keepsOriginals: false });
    await record(scope, [{}]);
    await record(other, [{}]);
    expect(await textsOf(scope)).toEqual([TEXT]);
    expect(await textsOf(other)).toEqual([
      '[name] at [email] likes Jenkins Pipelines. Halvorsdottir does not.',
    ]);
  });

  it('knows the contacts that a text speaks of or comes from', async () => {
    const scope = await makeWorkspace();
    const { workspaceId } = scope;
    const contactId = newId();
    await scope.run((db) =>
      db.contact.createMany({
        data: [
          { workspaceId, id: contactId, name: 'Bex Halvorsdottir' },
          { workspaceId, id: newId(), name: 'Qi Wu' },
        ],
      }),
    );
    await record(scope, [
      { text: 'Halvorsdottir here, with Qi Wu.', contactId },
      { text: 'Qi is short, so it stays; Qi Wu goes.' },
    ]);
    expect(await textsOf(scope)).toEqual([
      '[name] here, with [name].',
      'Qi is short, so it stays; [name] goes.',
    ]);
  });

  it('knows them in lower case and in scripts without capitals', async () => {
    const scope = await makeWorkspace();
    const { workspaceId } = scope;
    await scope.run((db) =>
      db.contact.createMany({
        data: ['Zoë Maria Halvorsdottir', 'May Grant', '王小明', '田中 太郎', 'محمد علي'].map((name) => ({
          ...{ workspaceId, id: newId(), name },
        })),
      }),
    );
    await record(scope, [
      { text: 'zoë maria halvorsdottir called, we may grant it' },
      { text: '我和王小明通话了' },
      { text: '田中太郎さん' },
      { text: 'تحدثت مع محمد علي اليوم' },
    ]);
    expect(await textsOf(scope)).toEqual([
      '[name] called, we may grant it',
      '我和[name]通话了',
      '[name]さん',
      'تحدثت مع [name] اليوم',
    ]);
  });
});

it('reads allowed terms one a line', () => {
  const parse = (allowedTerms: string) => redactionFormSchema.safeParse({ allowedTerms });
  expect(parse(' Jenkins \r\n\nJohn  Deere\nJenkins').data).toEqual({
    allowedTerms: ['Jenkins', 'John Deere'],
    keepsOriginals: false,
  });
  expect(parse('a').success).toBe(false);
  expect(parse('x'.repeat(81)).success).toBe(false);
  expect(parse(Array.from({ length: 501 }, (_, index) => `term ${index}`).join('\n')).success).toBe(false);
});
