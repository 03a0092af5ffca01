import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGroup, readName, segmentMessageSchema } from '@/lib/api/segment/segment-message';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';

describe('readGroup', () => {
  it('reads what describes a company and keeps other single values', () => {
    expect(
      readGroup('g1', {
        name: 'Initech',
        website: 'https://www.Initech.com/about',
        plan: 'enterprise',
        address: { country: 'US', city: 'Austin' },
        employees: 329,
        tags: ['a'],
      }),
    ).toEqual({
      externalId: 'g1',
      name: 'Initech',
      domain: 'initech.com',
      plan: 'enterprise',
      segment: undefined,
      industry: undefined,
      country: 'US',
      custom: { employees: '329' },
    });
  });

  it.each([
    ...[
      'arr',
      'ARR',
      'mrr',
      'arrCents',
      'annual_recurring_revenue',
      'total billed',
      'monthlySpend',
      'plan_price',
    ],
    ...[
      'churned',
      'churnedAt',
      'churn_date',
      'is-churned',
      'renewal_date',
      'cancelledAt',
      'cancelled_at',
      'currency',
    ],
  ])('passes over %s', (name) => {
    expect(readGroup('g1', { [name]: 1 }).custom).toEqual({});
  });
});

it('reads the name of a person', () => {
  expect(readName({ name: ' Ann ' })).toBe('Ann');
  expect(readName({ firstName: 'Ann', last_name: 'Lee' })).toBe('Ann Lee');
  expect(readName({ name: null, firstName: '' })).toBeUndefined();
});

it('takes identifiers that are numbers, null or empty', () => {
  expect(segmentMessageSchema.parse({ userId: 97, groupId: null, messageId: '' })).toMatchObject({
    userId: '97',
    groupId: undefined,
    messageId: undefined,
  });
});

describe.runIf(hasShapes('messages of Segment'))('the examples of its specification', () => {
  it.each(['identify', 'group', 'track'])('%s is read', (type) => {
    const message = JSON.parse(readFileSync(shapeFile(`segment_${type}.json`), 'utf8'));
    const read = segmentMessageSchema.parse(message);
    expect(read).toMatchObject({ type, userId: message.userId, timestamp: new Date(message.timestamp) });
  });
});
