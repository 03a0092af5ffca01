import { describe, expect, it } from 'vitest';
import { mergeAccounts, undoAccountMerge } from '@/lib/accounts/merge-accounts';
import { mergeContacts, undoMerge } from '@/lib/accounts/merge-contacts';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { assignThemes } from '@/lib/annotations/assign-themes';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { correctMention } from '@/lib/annotations/correct-mention';
import { addTheme, removeTheme } from '@/lib/annotations/correct-themes';
import type { Prisma } from '@/lib/db/client';
import { makeAccount, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { replaceFeedback, withdrawFeedback } from '@/lib/feedback/replace-feedback';
import { makeKeptWorkspace } from '@/lib/impact/testing/make-kept-workspace';
import { requestUndo } from '@/lib/ingest/request-undo';
import { importText } from '@/lib/ingest/testing/make-import';
import { undoImport } from '@/lib/ingest/undo-import';
import { makeEngine } from '@/lib/nlp/engine';
import { erasePerson } from '@/lib/privacy/erase-person';
import { saveThemeModel } from '@/lib/themes/commands';
import { findDecisions } from '@/lib/themes/find-decisions';
import { markThemes } from '@/lib/themes/mark-themes';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { moveThemes } from '@/lib/themes/move-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { splitTheme, steerTheme } from '@/lib/themes/steer-theme';

/** Reads without the sentence encoder. */
const fast = makeEngine(null);
const TEXT = 'The export of invoices is slow. The dashboard never loads.';

describe('what is kept of each unit follows', () => {
  it('the reading of new feedback, its themes, and another reading', async () => {
    const { scope, sourceId, expectFollowed, expectRefreshed, rowOf } = await makeKeptWorkspace();
    const accountId = await makeAccount(scope);
    const { id } = await makeStatement(scope, { sourceId, accountId, text: TEXT, sentiment: null });
    expect(await expectFollowed()).toBe(0);
    await annotateFeedback(scope, [id], fast);
    // It is read and found to be about what a theme is called.
    await expectRefreshed();

    const { workspaceId } = scope;
    const theme = (key: string, stem: string) => ({
      ...{ key, name: key, keywords: [], size: 10, exampleIds: [] },
      centroid: [[stem, 1]] as [string, number][],
    });
    await saveThemeModel(scope, {
      version: 'test',
      vocabulary: { invoic: 1, dashboard: 1 },
      themes: [theme('exports', 'invoic'), theme('speed', 'dashboard')],
      thresholds: { minConfidence: 0.01, confidenceWeights: [1, 1, 1] },
      trainedOn: 1,
    });
    const spans = await scope.run((db) => db.span.findMany({ where: { workspaceId, feedbackId: id } }));
    const assign = () =>
      assignThemes(
        scope,
        spans.map(({ id: spanId, start, end, kind }) => ({
          ...{
            id: spanId,
            feedbackId: id,
            start,
            text: TEXT.slice(start, end),
            language: 'en',
            kind: kind ?? 'statement',
          },
        })),
      );
    await assign();
    await expectRefreshed();
    // The same again is no change.
    await assign();
    expect(await expectFollowed()).toBe(0);

    await scope.run(async (db) => {
      await db.feedback.update({ where: rowOf(id), data: { annotatedAt: null } });
      await db.$executeRaw`UPDATE spans SET kind = 'praise', sentiment_label = 'positive' WHERE feedback_id = ${id}::uuid`;
    });
    await expectRefreshed();
    await annotateFeedback(scope, [id], fast);
    await expectRefreshed();
  });

  it('what people say of a statement: how it feels, what it is, what it is not about', async () => {
    const { scope, exports, speed, expectFollowed, expectRefreshed, complain } = await makeKeptWorkspace();
    const { feedbackId, first, second } = await complain({ accountId: await makeAccount(scope) });
    await expectRefreshed();
    const correct = (spanId: string, aspect: 'sentiment' | 'kind', label: string) =>
      correctAnnotation(scope, { feedbackId, spanId, aspect, label } as Parameters<
        typeof correctAnnotation
      >[1]);
    await correct(first, 'sentiment', 'positive');
    await expectFollowed();
    await correct(second, 'kind', 'question');
    await expectRefreshed();
    await correct(second, 'kind', 'problem');
    await expectRefreshed();
    await correct(first, 'sentiment', 'negative');
    await expectRefreshed();
    await correctMention(scope, { feedbackId, spanId: second, themeId: speed, label: 'positive' });
    await expectRefreshed();
    await correctMention(scope, { feedbackId, spanId: second, themeId: speed, label: 'negative' });
    await expectRefreshed();

    await removeTheme(scope, { feedbackId, spanId: first, themeId: exports });
    await expectRefreshed();
    const { batches } = await findDecisions(scope, { page: 1, size: 1 });
    await undoDecisions(scope, batches[0]?.batchId ?? '');
    await expectRefreshed();
    await removeTheme(scope, { feedbackId, spanId: second, themeId: speed });
    await expectRefreshed();
    await addTheme(scope, { feedbackId, spanId: second, themeId: speed });
    await expectRefreshed();
  });

  it('edits of themes: what only leads elsewhere is looked up when read, what moves mentions is found anew', async () => {
    const { scope, sourceId, exports, speed, load, expectFollowed, expectRefreshed, complain, rowOf } =
      await makeKeptWorkspace();
    await complain({ accountId: await makeAccount(scope) });
    await complain({ contactId: await makeContact(scope) });
    await complain();
    const other = await makeTheme(scope, 'Other');
    await expectRefreshed();
    const acts = [
      () => mergeThemes(scope, { themeIds: [exports], intoId: speed }),
      () => moveThemes(scope, { themeIds: [exports], parentId: other }),
      () => markThemes(scope, { themeIds: [exports], mark: 'exclude', on: true }),
    ];
    for (const act of acts) {
      const before = await load();
      const batch = await act();
      expect(await expectFollowed()).toBe(0);
      expect(await load()).not.toEqual(before);
      await undoDecisions(scope, batch ?? '');
      expect(await expectFollowed()).toBe(0);
      expect(await load()).toEqual(before);
    }
    const split = await splitTheme(scope, { themeId: exports, name: 'Invoices', includeTerms: ['invoices'] });
    await expectRefreshed();
    await undoDecisions(scope, split ?? '');
    await expectFollowed();
    const words = { definition: '', includeTerms: [], examples: [] };
    await steerTheme(scope, { ...words, themeId: exports, excludeTerms: ['dashboard'] });
    await expectRefreshed();
    // One that is removed takes what was assigned to it along.
    await makeStatement(scope, {
      ...{ sourceId, at: '2026-03-06', sentiment: 'negative', kind: 'problem' },
      spans: [{ text: 'It broke.', themeIds: [other] }],
    });
    await expectRefreshed();
    await scope.run((db) => db.theme.delete({ where: rowOf(other) }));
    await expectRefreshed();
  });

  it('whose a statement is and when it was made', async () => {
    const { scope, memberId, expectFollowed, expectRefreshed, complain, rowOf } = await makeKeptWorkspace();
    const [kept, dropped] = [await makeAccount(scope), await makeAccount(scope)];
    const [person, same] = [await makeContact(scope), await makeContact(scope)];
    const { feedbackId } = await complain({ accountId: dropped });
    await complain({ accountId: kept });
    const nobodys = await complain();
    await complain({ contactId: person });
    await complain({ contactId: same });
    await expectRefreshed();

    const { workspaceId } = scope;
    const evidence = { evidence: [], memberId };
    const merge = await scope.run((db) =>
      mergeAccounts(db, workspaceId, { keptId: kept, droppedId: dropped, ...evidence }),
    );
    await expectRefreshed();
    await scope.run((db) => undoAccountMerge(db, workspaceId, merge));
    await expectRefreshed();
    const people = await scope.run((db) =>
      mergeContacts(db, workspaceId, { keptId: person, droppedId: same, importId: null, ...evidence }),
    );
    await expectRefreshed();
    await scope.run((db) => undoMerge(db, workspaceId, people));
    await expectRefreshed();

    const change = (id: string, data: Prisma.FeedbackUncheckedUpdateInput) =>
      scope.run((db) => db.feedback.update({ where: rowOf(id), data }));
    await change(nobodys.feedbackId, { contactId: person });
    await expectRefreshed();
    await change(nobodys.feedbackId, { accountId: kept });
    await expectRefreshed();
    await change(feedbackId, { occurredAt: new Date('2026-04-01') });
    await expectRefreshed();
    // To another person of the same account: no other unit, no other day.
    await change(nobodys.feedbackId, { contactId: same });
    await expectFollowed();
    await change(nobodys.feedbackId, { title: 'Slow', custom: { region: 'north' } });
    expect(await expectFollowed()).toBe(0);
  });

  it('what goes: withdrawn, replaced, imported and undone, erased', async () => {
    const { scope, sourceId, exports, findKeptIds, expectFollowed, expectRefreshed, complain } =
      await makeKeptWorkspace();
    const accountId = await makeAccount(scope);
    const person = { contactId: await makeContact(scope) };
    const gone = await complain({ accountId });
    const said = await complain({ accountId });
    await complain(person);
    await complain({ ...person, accountId });
    const other = { contactId: await makeContact(scope) };
    await complain(other);
    await expectRefreshed();

    await withdrawFeedback(scope, { sourceId, externalId: gone.feedbackId });
    await expectRefreshed();
    await replaceFeedback(scope, {
      ...{
        sourceId,
        externalId: said.feedbackId,
        accountId,
        channel: 'ticket',
        occurredAt: new Date('2026-03-06'),
      },
      text: 'It works now.',
    });
    await expectRefreshed();

    const importId = await importText(
      scope,
      'feedback',
      'date,email,company,comment\n2026-02-01,ann@acme.test,Acme,The export is slow\n2026-02-02,bob@bolt.test,Bolt,It never ends\n',
    );
    expect(await expectFollowed()).toBe(0);
    const { workspaceId } = scope;
    const imported = await scope.run((db) => db.feedback.findMany({ where: { workspaceId, importId } }));
    await annotateFeedback(
      scope,
      imported.map(({ id }) => id),
      fast,
    );
    const spans = await scope.run((db) =>
      db.span.findMany({ where: { workspaceId, feedback: { importId } } }),
    );
    for (const { id, feedbackId } of spans)
      await addTheme(scope, { feedbackId, spanId: id, themeId: exports });
    await expectRefreshed();
    await requestUndo(scope, importId);
    await undoImport(scope, importId);
    await expectRefreshed();

    await erasePerson(scope, { ...person, extent: 'everything' });
    expect(await findKeptIds()).not.toContain(person.contactId);
    await expectRefreshed();
    await erasePerson(scope, { ...other, extent: 'identity' });
    expect(await findKeptIds()).not.toContain(other.contactId);
    await expectRefreshed();
  });
});
