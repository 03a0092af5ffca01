import { expect, it } from 'vitest';
import { describeRecordFilter, rankedFor } from './record-filter-words';

it('says what a ranking is recomputed for', () => {
  expect(describeRecordFilter({ plan: 'team', channel: 'ticket', from: '2026-01-01' }, {})).toBe(
    'Plan: team, Channel: Ticket, From: 2026-01-01',
  );
  expect(rankedFor({ plan: 'team' }, {})).toBe('Recomputed for Plan: team,');
  expect(rankedFor({}, {})).toBe('Ranked');
  expect(rankedFor({ source: '7' }, { source: 'Zendesk' })).toBe('Recomputed for Source: Zendesk,');
  expect(rankedFor({ source: '7' }, {})).toBe('Recomputed for Source: not found,');
});
