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

  it('takes empty fields of a form for fields that are not set', () => {
    expect(parseFeedbackFilter({ q: '', channel: 'review' })).toEqual({
      filter: { channel: 'review' },
      unreadable: [],
    });
  });
});
