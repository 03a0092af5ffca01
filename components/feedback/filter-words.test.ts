import { expect, it } from 'vitest';
import { filterChips } from './filter-words';

it('says each filter in words, and how to take it off', () => {
  const theme = '01a20525-43af-7134-81af-669e25ed2e97';
  const filter = { theme, problem: '1', intent: 'churn', language: 'fr', from: '2026-01-02' } as const;
  const chips = filterChips('acme', filter, { theme: 'Exports' });
  expect(chips.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Theme: Exports',
    'Mentions: Problems only',
    'Intent: May leave',
    'Language: French',
    'From: 2 Jan 2026',
  ]);
  expect(chips[0]?.removeHref).toBe('/w/acme/feedback?problem=1&intent=churn&language=fr&from=2026-01-02');
  expect(chips[1]?.removeHref).toBe(
    `/w/acme/feedback?theme=${theme}&intent=churn&language=fr&from=2026-01-02`,
  );
});

it('says so when an id stands for nothing', () => {
  const account = '01a20525-43af-7134-81af-669e25ed2e97';
  expect(filterChips('acme', { account }, {})[0]?.value).toBe('not found');
});
