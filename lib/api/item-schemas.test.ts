import { describe, expect, it } from 'vitest';
import { accountItemSchema } from '@/lib/api/accounts/write-account-items';
import { feedbackItemSchema } from '@/lib/api/feedback/write-feedback-items';
import { responseItemSchema } from '@/lib/api/responses/write-response-items';

const at = '2026-01-01T00:00:00Z';

describe('what an item may say', () => {
  it.each([' ', '\u00a0\n', '\u200b', '\ufeff\u200d'])('is no statement of nothing but %j', (text) => {
    const item = { externalId: 'a', text, occurredAt: at };
    expect(feedbackItemSchema.safeParse(item).error?.issues).toMatchObject([{ path: ['text'] }]);
    expect(feedbackItemSchema.safeParse({ ...item, text: `${text}!` }).success).toBe(true);
  });

  it('has one score of a metric', () => {
    const scored = (...metrics: string[]) =>
      responseItemSchema.safeParse({
        ...{ externalId: 'a', submittedAt: at },
        scores: metrics.map((metric) => ({ metric, score: 4 })),
      });
    expect(scored('nps', 'nps').error?.issues).toMatchObject([{ path: ['scores'] }]);
    expect(scored('nps', 'csat').success).toBe(true);
  });

  it.each([
    ['acme.com', true],
    ['https://www.Acme.co.uk/about', true],
    ['x y z', false],
    ['acme.com and more', false],
    ['acme', false],
    [null, true],
  ])('names a domain: %j %s', (domain, isOne) => {
    expect(accountItemSchema.safeParse({ externalId: 'a', domain }).success).toBe(isOne);
  });
});
