import { makeRandom } from '@/lib/core/random';
import { readCsv } from '@/lib/core/testing/data-sets';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { trainThemes } from '@/lib/nlp/themes/train-themes';

const LABELS = ['bug', 'feature', 'rating_praise', 'user_experience'];
const TEST_SHARE = 0.2;
const SEED = 7;

type Review = { text: string; labels: Set<string> };

function readReviews(): Review[] {
  return readCsv('maalej_app_reviews/reviews.csv').flatMap((row) => {
    const labels = new Set(LABELS.filter((label) => row[label] === '1'));
    const text = `${row.title ?? ''}. ${row.text ?? ''}`;
    return labels.size > 0 && row.text ? [{ text, labels }] : [];
  });
}

export type MultiLabelFigures = { texts: number; labelsPerText: number; microF1: number; macroF1: number };

/**
 * Several labels a text: app reviews (bug, feature, praise, experience), learned from so many of them and judged on a fifth held
 * out. F1 over all pairs of text and label, and its mean over labels.
 */
export function measureMultiLabel(examples: number): MultiLabelFigures {
  const random = makeRandom(SEED);
  const shuffled = readReviews()
    .map((review) => ({ review, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ review }) => review);
  const held = Math.ceil(shuffled.length * TEST_SHARE);
  const test = shuffled.slice(0, held);
  const given = shuffled.slice(held, held + examples);
  const model = trainThemes(
    null,
    LABELS.map((label) => ({
      key: label,
      found: null,
      positives: given
        .filter(({ labels }) => labels.has(label))
        .map(({ text }) => ({ text, language: 'en' })),
      negatives: [],
      description: { text: label.replaceAll('_', ' '), language: null },
    })),
  );
  const compiled = { ...model, minConfidence: 0.5 };
  const found = test.map(() => new Set<string>());
  const segments = test.map(({ text }) => ({ text, language: 'en' }));
  for (const { segmentIndex, themeKey } of assignThemes(compiled, segments))
    found[segmentIndex]?.add(themeKey);
  const counts = LABELS.map((label) => {
    const pairs = test.map(({ labels }, index) => [labels.has(label), found[index]?.has(label) ?? false]);
    const count = (truth: boolean, said: boolean) =>
      pairs.filter((pair) => pair[0] === truth && pair[1] === said).length;
    return { hits: count(true, true), errors: count(true, false) + count(false, true) };
  });
  const f1 = (hits: number, errors: number) => (2 * hits) / Math.max(1, 2 * hits + errors);
  const sum = (key: 'hits' | 'errors') => counts.reduce((total, each) => total + each[key], 0);
  return {
    texts: given.length,
    labelsPerText: test.reduce((total, { labels }) => total + labels.size, 0) / test.length,
    microF1: f1(sum('hits'), sum('errors')),
    macroF1: counts.reduce((total, { hits, errors }) => total + f1(hits, errors), 0) / counts.length,
  };
}
