import { describe, expect, it } from 'vitest';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { previewCsv } from '@/lib/ingest/csv/preview';
import type { ImportProfile } from '@/lib/ingest/schema';
import type { Draft } from './mapping-draft';
import { countRowsAhead } from './rows-ahead';

const file = `date,comment,score
2026-01-01,Good,5
,No date here,4
,None here either,3
2026-01-02,Fine,5
2026-01-03,Slow, very slow,2
2026-01-04,Well,4
a line alone
2026-01-05,Bad,1
,Undated,2
`;

function find(defaults: Draft['defaults'] = {}, more: object = {}) {
  const { header, rows, unreadable } = previewCsv(new TextEncoder().encode(file), { isWholeFile: true });
  const profile = {
    columns: profileColumns(header, rows),
    rows: { count: rows.length + unreadable, isExact: true, unreadable, profiled: rows.length, ...more },
  } as ImportProfile;
  const columns = header.map((column, at) => ({
    column,
    field: ['occurredAt', 'text', 'custom'][at] ?? '',
    options: {},
  }));
  return countRowsAhead({ target: 'feedback', columns, defaults }, profile);
}

describe('the rows of a file before they are read', () => {
  it('are counted with those that will be left out: unreadable and without a date', () => {
    expect(find()).toEqual({
      ...{ count: 9, isExact: true, unreadable: 2, undated: 3, profiled: 7, importable: 4 },
    });
  });

  it('lack no date where one day stands for the whole file', () => {
    expect(find({ occurredAt: '2026-01-01T00:00:00Z' })).toMatchObject({ undated: 0, importable: 7 });
  });

  it('are estimated from those that were looked at', () => {
    expect(find({}, { count: 900, isExact: false })).toMatchObject({ isExact: false, importable: 400 });
  });
});
