import { expect, it } from 'vitest';
import { filterJudged, judgedHref, parseJudgedFilter } from '@/lib/quality/judged-filter';
import { makeJudged } from '@/lib/quality/testing/make-judged';

const SAMPLE = '0199c000-0000-7000-8000-000000000001';

it('reads from an address what it wrote there', () => {
  const filter = {
    compared: '1',
    person: 'neutral',
    engine: 'negative',
    right: '0',
    channel: 'review',
    language: 'unknown',
    tenth: '9',
    member: '0199c000-0000-7000-8000-000000000002',
  } as const;
  const address = new URL(judgedHref('acme', SAMPLE, filter), 'http://localhost');
  expect(address.pathname).toBe('/w/acme/quality/statements');
  expect(address.searchParams.get('sample')).toBe(SAMPLE);
  expect(parseJudgedFilter(Object.fromEntries(address.searchParams))).toEqual({ filter, unreadable: [] });
});

it('names what it cannot read, and then filters by nothing', () => {
  expect(parseJudgedFilter({ person: 'angry', tenth: '12', right: '1' })).toEqual({
    filter: {},
    unreadable: ['person', 'tenth'],
  });
});

it('opens as many statements of a person as they labelled', () => {
  const statements = [
    makeJudged({ people: ['neutral', 'negative'], engine: 'neutral', source: 'Reviews' }),
    makeJudged({ people: ['positive'], engine: 'neutral', source: 'Reviews' }),
  ];
  const [first, second] = statements[0]?.labels.map(({ memberId }) => memberId) ?? [];
  expect(filterJudged(statements, { member: first ?? '' })).toEqual(statements);
  expect(filterJudged(statements, { member: second ?? '' })).toEqual(statements.slice(0, 1));
});
