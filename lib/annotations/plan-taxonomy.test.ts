import { expect, test } from 'vitest';
import { planTaxonomy } from '@/lib/annotations/plan-taxonomy';
import { parseTaxonomy } from '@/lib/annotations/taxonomy-csv';

const isSaid = ({ examples }: { examples: readonly string[] }) => examples.length === 0;
const known = [
  { id: 'a', name: 'Access', parentName: null, isLocked: false, isSaid },
  { id: 'l', name: 'Login', parentName: 'Access', isLocked: false, isSaid },
  { id: 'x', name: 'Legal', parentName: null, isLocked: true, isSaid },
];
const plan = (csv: string) => planTaxonomy(parseTaxonomy(`theme,parent,examples\n${csv}`).rows, known);

test('themes of a name there is are changed, others are new, and parents may stand anywhere', () => {
  const { planned, errors } = plan('SSO,access\nLOGIN,\nInvoices,Billing\nBilling,\n');
  expect(errors).toEqual([]);
  expect(planned.map(({ name, themeId, changes }) => [name, themeId, changes])).toEqual([
    ['SSO', null, true],
    ['LOGIN', 'l', false],
    ['Invoices', null, true],
    ['Billing', null, true],
  ]);
});

test('each wrong line says what, where and how to mend it', () => {
  const { errors } = plan(
    `A,Nowhere\nA,\nB,B\nC,Login\nLegal,,The contract took weeks\n,\n,Access\n${'x'.repeat(81)},\nD,,${'y'.repeat(501)}\n`,
  );
  expect(errors.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'There is no theme “Nowhere”.'],
    [3, '“A” stands on line 2 already.'],
    [4, '“B” is its own parent.'],
    [5, '“Login” stands under another theme itself.'],
    [6, '“Legal” is locked.'],
    [8, 'A theme needs a name.'],
    [9, 'At most 80 characters.'],
    [10, 'examples: Line 1 has more than 500 characters. Shorten it.'],
  ]);
  expect(errors.every(({ mend }) => mend.length > 0)).toBe(true);
});
