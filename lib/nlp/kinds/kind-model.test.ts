import { expect, test } from 'vitest';
import { getKindModels, RATED_KINDS } from './kind-model';

test('no kind is certain, and none surer in one language than apps of both prove', () => {
  const { byLanguage } = getKindModels();
  expect([...byLanguage.keys()]).toEqual(['en', 'fr']);
  for (const [language, { confidence }] of byLanguage) {
    for (const kind of RATED_KINDS) {
      const { shares } = confidence[kind];
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
      expect(shares.at(-1), `${language} ${kind}`).toBeLessThan(0.97);
      expect(shares.at(-1)).toBe(byLanguage.get('en')?.confidence[kind].shares.at(-1));
    }
  }
});
