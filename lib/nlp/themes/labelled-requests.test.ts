import { expect, it } from 'vitest';
import { hasDataSets, readCsv } from '@/lib/core/testing/data-sets';
import { assignThemes, compileThemeModel } from './assign';
import { discoverThemes } from './discover';

/** Normalised mutual information of two labellings, 0..1, by the arithmetic mean of their entropies. */
function computeMutualInformation(pairs: readonly (readonly [string, string])[]): number {
  const count = (keys: string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()];
  };
  const entropy = (counts: number[]) =>
    -counts.reduce((sum, n) => sum + (n / pairs.length) * Math.log(n / pairs.length), 0);
  const a = entropy(count(pairs.map(([left]) => left)));
  const b = entropy(count(pairs.map(([, right]) => right)));
  const joint = entropy(count(pairs.map((pair) => pair.join('\n'))));
  return (2 * (a + b - joint)) / (a + b);
}

const hasRequests = hasDataSets('themes of labelled bank requests');

it.runIf(hasRequests)('finds again the subjects of labelled bank requests', { timeout: 120_000 }, () => {
  const rows = readCsv('banking77/train.csv').filter((_, index) => index % 2 === 0);
  const segments = rows.map(({ text = '' }, index) => ({ id: String(index), text, language: 'en' }));
  const model = discoverThemes(segments);
  const pairs = new Map<number, [string, string]>();
  for (const { segmentIndex, themeKey } of assignThemes(compileThemeModel(model), segments)) {
    if (!pairs.has(segmentIndex)) pairs.set(segmentIndex, [themeKey, rows[segmentIndex]?.category ?? '']);
  }
  expect(model.themes.length).toBeGreaterThan(20);
  expect(model.themes.length).toBeLessThan(80);
  expect(pairs.size / rows.length).toBeGreaterThan(0.8);
  expect(computeMutualInformation([...pairs.values()])).toBeGreaterThan(0.6);
});
