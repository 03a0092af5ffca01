import { describe, expect, it } from 'vitest';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { guessMapping } from '@/lib/ingest/csv/mapping';
import { plainCsv } from '@/lib/ingest/files/layout';
import type { ImportProfile } from '@/lib/ingest/schema';
import { assignField, findDraftProblems, makeDraft, toChosen } from './mapping-draft';
import { previewRows } from './preview-rows';

const header = ['date', 'comment', 'other words', 'amount'];
const sampleRows = [
  ['03/04/2024', 'The export is broken again today', 'It was better in the old version', '1,234'],
  ['05/06/2024', 'Support took three days to answer', 'Nobody called me back about it', '2,345'],
];

function makeProfile(): ImportProfile {
  const columns = profileColumns(header, sampleRows);
  return {
    encoding: { encoding: 'utf-8', confidence: 'certain', why: 'test' },
    dialect: {
      delimiter: ',',
      quote: '"',
      recordDelimiter: '\n',
      hasSepLine: false,
      hasHeader: true,
      subHeaderRows: 0,
    },
    layout: plainCsv,
    tool: null,
    sha256: null,
    note: null,
    header,
    sampleRows,
    columns,
    guess: guessMapping(columns, 'feedback'),
    saved: null,
    rows: { count: 2, isExact: true, unreadable: 0, profiled: 2 },
  };
}

describe('the mapping draft', () => {
  it('holds every column, and asks what the file leaves open', () => {
    const draft = makeDraft('feedback', makeProfile());
    expect(draft.columns.map(({ column }) => column)).toEqual(header);
    expect(findDraftProblems(draft).map(({ column }) => column)).toEqual(['date', 'amount']);
  });

  it('moves a field from the column that had it, which is then kept as it is', () => {
    const profile = makeProfile();
    const draft = assignField(makeDraft('feedback', profile), profile, 'other words', 'text');
    const fieldOf = Object.fromEntries(draft.columns.map(({ column, field }) => [column, field]));
    expect(fieldOf).toMatchObject({ 'other words': 'text', comment: 'custom' });
    expect(toChosen(assignField(draft, profile, 'comment', 'skip')).columns).toHaveLength(3);
  });

  it('wants a day when no column has dates', () => {
    const profile = makeProfile();
    const draft = assignField(makeDraft('feedback', profile), profile, 'date', 'skip');
    expect(findDraftProblems(draft).at(-1)?.message).toContain('Say when this was said');
    const dated = { ...draft, defaults: { occurredAt: '2024-05-01T00:00:00Z' } };
    expect(findDraftProblems(dated).some(({ message }) => message.includes('when'))).toBe(false);
  });

  it('previews without the columns that wait for an answer, and not at all without the comments', () => {
    const profile = makeProfile();
    const draft = makeDraft('feedback', profile);
    expect(previewRows(draft, findDraftProblems(draft), profile)?.[0]).toMatchObject({
      kind: 'feedback',
      row: { text: 'The export is broken again today', occurredAt: null, amountCents: null },
    });
    const dated: ImportProfile = {
      ...profile,
      columns: profileColumns(header, [['2024-05-01', ...(sampleRows[0] ?? []).slice(1)]]),
      sampleRows: [['', 'The export is broken again', 'x', '1']],
    };
    const answered = {
      ...draft,
      columns: draft.columns.map((each) =>
        each.field === 'occurredAt' ? { ...each, options: { dateFormat: 'year-month-day' as const } } : each,
      ),
    };
    expect(previewRows(answered, findDraftProblems(answered), dated)).toEqual([
      { kind: 'refused', reason: 'the row has no date' },
    ]);
    const without = assignField(draft, profile, 'comment', 'skip');
    expect(previewRows(without, findDraftProblems(without), profile)).toBeNull();
  });
});
