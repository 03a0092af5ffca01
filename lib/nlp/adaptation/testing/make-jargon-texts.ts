import type { AdaptationText } from '../examples';

const SHIFTS = ['morning', 'evening', 'Monday', 'Friday', 'weekend', 'night', 'holiday', 'noon'];
const PLACES = ['at the depot', 'in the hall', 'on line two', 'at the gate', 'in the shop', 'by the dock'];

/** What these words mean to the people of one workspace, and to nobody else. */
export const JARGON = { negative: 'red tagged', positive: 'gold tagged', neutral: 're-tagged' } as const;

/** Sentences whose sentiment only that workspace knows, of so many people, one text each in turn. */
export function makeJargonTexts(count: number, people = count): AdaptationText[] {
  const labels = ['negative', 'neutral', 'positive'] as const;
  return Array.from({ length: count }, (_, index) => {
    const label = labels[index % labels.length] ?? 'neutral';
    const shift = SHIFTS[index % SHIFTS.length];
    const place = PLACES[(index * 7) % PLACES.length];
    return {
      text: `The ${shift} delivery number ${index} was ${JARGON[label]} ${place}.`,
      language: 'en',
      group: `person ${index % people}`,
      known: { by: 'label', label, isRandom: true },
    };
  });
}
