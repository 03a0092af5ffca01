import { expect, test } from 'vitest';
import { getKindModels, RATED_KINDS } from './kind-model';

test('no kind is certain', () => {
  const { byLanguage } = getKindModels();
  expect([...byLanguage.keys()]).toEqual(['en', 'fr']);
  for (const [language, { confidence }] of byLanguage) {
    for (const kind of RATED_KINDS) {
      const { shares } = confidence[kind];
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
      expect(shares.at(-1), `${language} ${kind}`).toBeLessThan(0.995);
    }
  }
});
