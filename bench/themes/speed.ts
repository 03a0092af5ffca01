import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { compileThemeModel } from '@/lib/nlp/themes/compiled-model';
import { discoverThemesWithEncoder } from '@/lib/nlp/themes/discover';
import { toSegments } from './discovery';
import type { LabelledSet } from './sets';

export const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const PAGE = 2000;

/**
 * Seconds of one processor to find themes in so many texts and to assign all of them. Texts are those of the sets over and
 * over, each time with a word of their own, so that none is the copy of another.
 */
export async function measureSpeed(sets: readonly LabelledSet[], count: number, encoder: Encoder) {
  const pool = sets.flatMap(({ texts }) => texts);
  const texts = Array.from({ length: count }, (_, index) => {
    const one = pool[index % pool.length];
    return { text: `${one?.text} case${Math.floor(index / pool.length)}`, label: '', language: 'en' };
  });
  const segments = toSegments(texts);
  const before = process.cpuUsage();
  const model = await discoverThemesWithEncoder(segments, encoder);
  const found = process.cpuUsage(before).user / 1e6;
  const compiled = compileThemeModel(model);
  const start = process.cpuUsage();
  for (let from = 0; from < segments.length; from += PAGE) {
    assignThemes(compiled, segments.slice(from, from + PAGE));
  }
  return { count, found, assigned: process.cpuUsage(start).user / 1e6, themes: model.themes.length };
}
