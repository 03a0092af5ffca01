import { expect, test } from 'vitest';
import { churnListHref, haveChanged, lookedAtHref, nameChurnList } from './churn-lists';

test('each list of rows has an address of its own, the first page without a number', () => {
  expect(churnListHref('/w/acme/issues/1', 'left')).toBe('/w/acme/issues/1/months?list=left');
  expect(churnListHref('/w/acme/issues/1', 'alike', { page: 3 })).toBe(
    '/w/acme/issues/1/months?list=alike&page=3',
  );
  expect(churnListHref('/w/acme/issues/1', 'left', { event: 'contraction' })).toBe(
    '/w/acme/issues/1/months?list=left&event=contraction',
  );
  expect(lookedAtHref('/w/acme')).toBe('/w/acme/issues/looked-at');
  expect(lookedAtHref('/w/acme', { left: true, page: 2 })).toBe('/w/acme/issues/looked-at?left=1&page=2');
});

test('a list is named by its event', () => {
  expect(nameChurnList('left', 'leaving')).toBe('Left with it');
  expect(nameChurnList('alike-left', 'contraction')).toBe('Paid less without');
  expect(nameChurnList('months', 'non_renewal')).toBe('Months with it');
});

test('rows have changed where any count differs from what a ranking counted', () => {
  const counts = { panelAccounts: 10, churnedAccounts: 2 };
  const totals = { ...counts, accounts: 12 };
  expect(haveChanged<typeof counts>(totals, counts)).toBe(false);
  expect(haveChanged<typeof counts>(totals, { ...counts, churnedAccounts: 3 })).toBe(true);
});
