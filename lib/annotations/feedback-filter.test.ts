import { describe, expect, it } from 'vitest';
import { feedbackHref, parseFeedbackFilter } from '@/lib/annotations/feedback-filter';

describe('parseFeedbackFilter', () => {
  it('reads back what feedbackHref writes', () => {
    const filter = {
      q: '"slow export" -csv',
      sentiment: 'negative',
      from: '2026-01-01',
      plan: 'R&D=1',
    } as const;
    const address = new URL(feedbackHref('acme', filter), 'http://localhost');
    expect(parseFeedbackFilter(Object.fromEntries(address.searchParams))).toEqual({ filter, unreadable: [] });
  });

  it.each([
    ['from', '2024-99'],
    ['to', '0000-01-01'],
    ['sentiment', 'angry'],
    ['theme', 'exports'],
    ['q', 'a\u0000b'],
    ['plan', '\u0000'],
    ['language', 'EN'],
    ['problem', 'yes'],
  ])('names an unreadable %s and hands out no filter', (name, value) => {
    expect(parseFeedbackFilter({ [name]: value, channel: 'survey' })).toEqual({
      filter: {},
      unreadable: [name],
    });
  });

  it.each(['', ' ', '\u00a0\t'])('takes a field of %j for one that is not set', (q) => {
    expect(parseFeedbackFilter({ q, sentiment: q, channel: 'review' })).toEqual({
      filter: { channel: 'review' },
      unreadable: [],
    });
  });

  it('names days in the wrong order and hands out no filter', () => {
    const reversed = { from: '2026-02-01', to: '2026-01-31', channel: 'review' };
    expect(parseFeedbackFilter(reversed)).toEqual({ filter: {}, unreadable: ['from', 'to'] });
    const oneDay = { from: '2026-02-01', to: '2026-02-01' };
    expect(parseFeedbackFilter(oneDay)).toEqual({ filter: oneDay, unreadable: [] });
  });
});
