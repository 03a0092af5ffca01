import { expect, it } from 'vitest';
import { hasDataSets, readCsv } from '@/lib/core/testing/data-sets';
import { measureClusters } from '../testing/measure-clusters';
import { assignThemes } from './assign';
import { compileThemeModel } from './compiled-model';
import { discoverThemes } from './discover';

const hasRequests = hasDataSets('themes of labelled bank requests');

it.runIf(hasRequests)('finds again the subjects of labelled bank requests', { timeout: 120_000 }, () => {
  const rows = readCsv('banking77/train.csv').filter((_, index) => index % 4 === 0);
  const segments = rows.map(({ text = '' }, index) => ({ id: String(index), text, language: 'en' }));
  const model = discoverThemes(segments);
  const found = new Map<number, [string, string]>();
  for (const { segmentIndex, themeKey, subthemeKey } of assignThemes(compileThemeModel(model), segments)) {
    if (!found.has(segmentIndex)) {
      found.set(segmentIndex, [subthemeKey ?? themeKey, rows[segmentIndex]?.category ?? '']);
    }
  }
  const names = [...model.themes, ...(model.subthemes ?? [])].map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(model.themes.length).toBeGreaterThan(15);
  expect(found.size / rows.length).toBeGreaterThan(0.9);
  expect(measureClusters([...found.values()]).nmi).toBeGreaterThan(0.65);
});
