import { expect, test } from 'vitest';
import { decodeTaxonomy, formatTaxonomy, parseTaxonomy } from '@/lib/annotations/taxonomy-csv';

const row = (name: string, more = {}) => ({
  name,
  parent: '',
  definition: '',
  examples: [],
  includeTerms: [],
  excludeTerms: [],
  ...more,
});

test('what is written is read back as it was, and no cell begins like a formula', () => {
  const rows = [
    row('Access', { definition: 'Getting in, "signing" on\nand off' }),
    row('=SUM(A1)', {
      parent: 'Access',
      examples: ['+1 for this', 'a, b; c'],
      includeTerms: ['log in*', '-x'],
    }),
    row('Bars', { examples: ['left | right'], includeTerms: ['a|b', 'c'] }),
    row("'=already guarded", { excludeTerms: ['@home', "it's"] }),
    row('Ünïcode 日本語', { definition: '=cmd' }),
  ];
  const text = formatTaxonomy(rows);
  expect(parseTaxonomy(text)).toEqual({
    rows: rows.map((each) => ({ ...each, line: expect.any(Number) })),
    errors: [],
  });
  expect(text).not.toMatch(/(^|[,"\r\n])=/);
});

test('columns are known by several names, in any order, apart by semicolons too', () => {
  const { rows, errors } = parseTaxonomy(
    'Description;Name;Parent theme;Keywords\nWhat it means;Login;Access;sso | password reset\n;Billing;;\n',
  );
  expect(errors).toEqual([]);
  expect(rows).toEqual([
    {
      ...row('Login'),
      line: 2,
      parent: 'Access',
      definition: 'What it means',
      includeTerms: ['sso', 'password reset'],
    },
    { ...row('Billing'), line: 3 },
  ]);
});

test('a line that cannot be read is named with what to do, and the others are read', () => {
  expect(parseTaxonomy('').errors).toMatchObject([{ line: 1, problem: 'The file is empty.' }]);
  expect(parseTaxonomy('a,b\n1,2\n').errors).toMatchObject([
    { line: 1, problem: expect.stringContaining('No column is called “theme”') },
  ]);
  const broken = parseTaxonomy('theme,parent\nA,\n"B,\nC,\n');
  expect(broken.rows.map(({ name }) => name)).toEqual(['A', 'C']);
  expect(broken.errors).toMatchObject([{ line: 3, mend: expect.stringContaining('quote') }]);
});

test('files of a spreadsheet in other encodings are read', () => {
  const bytes = Uint8Array.from(Buffer.from('theme,definition\r\nGebühren,zu hoch\r\n', 'latin1'));
  expect(parseTaxonomy(decodeTaxonomy(bytes)).rows[0]?.name).toBe('Gebühren');
});
