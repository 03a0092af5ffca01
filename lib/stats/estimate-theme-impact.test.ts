import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { estimateThemeImpact } from './estimate-theme-impact';
import { type ContactResponse, testThemeImpact } from './theme-impact-uncertainty';

/** People who answer once or twice; those who complain score lower. */
function makeResponses(people: number, shareComplaining: number): ContactResponse[] {
  const random = makeRandom(7);
  return Array.from({ length: people }, (_, person) => {
    const complains = random() < shareComplaining;
    const answers = random() < 0.3 ? 2 : 1;
    return Array.from({ length: answers }, () => ({
      contactId: String(person),
      score: Math.floor(random() * (complains ? 8 : 11)),
      mentionsTheme: complains && random() < 0.8,
    }));
  }).flat();
}

describe('estimateThemeImpact', () => {
  it.each([
    [400, 0.3],
    [1500, 0.05],
  ])('says of %d people, of whom %d complain, what the bootstrap says', (people, share) => {
    const responses = makeResponses(people, share);
    const estimate = estimateThemeImpact(responses);
    const tested = testThemeImpact(responses, { replicates: 4000 });
    if (!estimate || !tested) throw new Error('neither may be null');
    const { interval, impactPoints, contacts, contactsWithTheme } = estimate;
    expect({ impactPoints, contacts, contactsWithTheme }).toEqual({
      impactPoints: tested.impactPoints,
      contacts: tested.contacts,
      contactsWithTheme: tested.contactsWithTheme,
    });
    const width = (tested.interval.high ?? 0) - (tested.interval.low ?? 0);
    expect(Math.abs((interval.low ?? 0) - (tested.interval.low ?? 0))).toBeLessThan(0.08 * width);
    expect(Math.abs((interval.high ?? 0) - (tested.interval.high ?? 0))).toBeLessThan(0.08 * width);
  });

  it('says nothing where one person complains, or all but one', () => {
    const of = (complaining: number, others: number) =>
      Array.from({ length: complaining + others }, (_, person) => ({
        contactId: String(person),
        score: person % 11,
        mentionsTheme: person < complaining,
      }));
    expect(estimateThemeImpact(of(1, 9))).toBeNull();
    expect(estimateThemeImpact(of(9, 1))).toBeNull();
    expect(estimateThemeImpact(of(0, 5))).toBeNull();
    expect(estimateThemeImpact(of(2, 8))).not.toBeNull();
  });
});
