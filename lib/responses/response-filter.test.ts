import { describe, expect, it } from 'vitest';
import { groupOf, groupsOf, parseResponseFilter, responsesHref } from '@/lib/responses/response-filter';
import { metrics, scales } from '@/lib/responses/schema';

describe('score groups', () => {
  it.each(metrics)('hold every score of %s once', (metric) => {
    const { low, high } = scales[metric];
    for (let score = low; score <= high; score++) {
      expect(groupsOf(metric)).toContain(groupOf(metric, score));
    }
    expect(groupOf(metric, high + 1)).toBeNull();
  });
});

describe('parseResponseFilter', () => {
  it('reads back what responsesHref writes', () => {
    const filter = { metric: 'nps', group: 'detractor', latest: '1', score: 3, to: '2026-01-01' } as const;
    const address = new URL(responsesHref('acme', filter), 'http://localhost');
    expect(parseResponseFilter(Object.fromEntries(address.searchParams), 'csat')).toEqual({
      filter,
      unreadable: [],
    });
  });

  it('names a group that the metric does not have', () => {
    expect(parseResponseFilter({ metric: 'csat', group: 'detractor' }, 'nps').unreadable).toEqual(['group']);
    expect(parseResponseFilter({ group: 'detractor' }, 'nps').unreadable).toEqual([]);
  });

  it('names days in the wrong order', () => {
    expect(parseResponseFilter({ from: '2024-02-01', to: '2024-01-31' }, 'nps').unreadable).toEqual([
      'from',
      'to',
    ]);
  });

  it('names what it cannot read', () => {
    expect(parseResponseFilter({ from: '2024-99', score: '11' }, 'nps').unreadable).toEqual([
      'score',
      'from',
    ]);
  });
});
