import { makeRandom } from '@/lib/core/random';
import type { ThemeSegment } from '../theme-model';

/** Subjects with the phrases that people use for them. */
export const SUBJECTS: Record<string, string[]> = {
  export: ['data export', 'CSV export', 'export to Excel', 'data export fails', 'exported file'],
  login: [
    'login screen',
    'password reset',
    'login loop',
    'reset password link',
    'login after password reset',
  ],
  billing: [
    'invoice',
    'invoice total',
    'billing period',
    'invoice from the billing portal',
    'billing address on the invoice',
  ],
  delivery: ['delivery delay', 'late delivery', 'parcel delivery', 'delivery of my parcel', 'parcel courier'],
  mobile: ['mobile app', 'app on Android', 'mobile app crash', 'Android app crashes', 'crash on mobile'],
};

const OPENINGS = [
  'Once more the',
  'My team says the',
  'Honestly the',
  'I love the',
  'We had a terrible',
  'Please look at the',
];
const ENDINGS = [
  'on Monday',
  'every morning',
  'for two weeks',
  'since spring',
  'in our office',
  'at month end',
];

function pick(items: readonly string[], random: () => number): string {
  return items[Math.floor(random() * items.length)] ?? '';
}

/** Segments of these texts, with ids in order. */
export function makeSegments(
  texts: readonly string[],
  prefix = 's',
  language: string | null = 'en',
): ThemeSegment[] {
  return texts.map((text, index) => ({ id: `${prefix}${String(index).padStart(5, '0')}`, text, language }));
}

/** So many segments of each subject, taking turns, each with its subject. */
export function plantedSegments(
  perSubject: number,
  seed: number,
): { segment: ThemeSegment; subject: string }[] {
  const random = makeRandom(seed);
  const planted = Array.from({ length: perSubject }, () =>
    Object.entries(SUBJECTS).map(([subject, phrases]) => ({
      subject,
      text: `${pick(OPENINGS, random)} ${pick(phrases, random)} ${pick(ENDINGS, random)}`,
    })),
  ).flat();
  const segments = makeSegments(planted.map(({ text }) => text));
  return planted.flatMap(({ subject }, index) => {
    const segment = segments[index];
    return segment ? [{ segment, subject }] : [];
  });
}
