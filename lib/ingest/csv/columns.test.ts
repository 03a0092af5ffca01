import { describe, expect, it } from 'vitest';
import { type ColumnLook, profileColumns } from './columns';

const profile = (values: string[], name = 'x') => {
  const [column] = profileColumns(
    [name],
    values.map((value) => [value]),
  );
  if (!column) throw new Error('no column');
  return column;
};

describe('profileColumns', () => {
  it.each<[ColumnLook, string[]]>([
    ['empty', ['', 'NA', 'NULL', '-']],
    ['boolean', ['TRUE', 'FALSE', '']],
    ['boolean', ['oui', 'non']],
    ['boolean', ['0', '1', '1']],
    ['email', ['a@b.fr', 'c@d.org']],
    ['url', ['https://a.fr/b', 'www.c.org']],
    ['date', ['2024-01-01', '2024-02-01']],
    ['score15', ['5', '1', '3.0']],
    ['score010', ['0', '10', '7']],
    ['number', ['-1', '2.5']],
    ['number', ['1200', '15']],
    ['money', ['€12', '13 €']],
    ['money', ['USD 12.50', '$3']],
    ['id', ['A-1f', 'A-2c', 'B-33']],
    ['category', ['pricing', 'support', 'pricing']],
    ['text', ['The export is broken again', 'Very friendly support']],
  ])('sees %s in %j', (look, values) => expect(profile(values).looksLike).toBe(look));

  it('sees identifiers in long runs of numbers that never repeat', () => {
    expect(profile(Array.from({ length: 30 }, (_, at) => String(3_400_000 + at * 7))).looksLike).toBe('id');
  });

  it('takes ten digits for a moment only under a name of time', () => {
    expect(profile(['1573171200', '1573171300'], 'created_at').looksLike).toBe('date');
    expect(profile(['1573171200', '1573171300'], 'phone').looksLike).toBe('number');
  });

  it('measures what is filled, distinct and long', () => {
    expect(profile(['ab', 'ab', 'abcd', 'NA'])).toMatchObject({
      filledShare: 0.75,
      distinctShare: 2 / 3,
      averageLength: 8 / 3,
      examples: ['ab', 'abcd'],
    });
  });
});
