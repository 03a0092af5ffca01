import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { type ClusterAgreement, measureClusters } from '@/lib/nlp/testing/measure-clusters';
import { assignThemes, compileThemeModel } from '@/lib/nlp/themes/assign';
import { discoverThemes, discoverThemesWithEncoder } from '@/lib/nlp/themes/discover';
import type { ThemeModel, ThemeSegment } from '@/lib/nlp/themes/theme-model';
import { clusterByEncoder, clusterByWords } from './peers';
import type { LabelledSet } from './sets';

export type Found = { engine: string; seconds: number; coverage: number; agreement: ClusterAgreement };

export const toSegments = (texts: LabelledSet['texts']): ThemeSegment[] =>
  texts.map(({ text, language }, index) => ({ id: String(index).padStart(6, '0'), text, language }));

/** The likeliest theme of each text and the narrowest within it, null for none. */
export function findLikeliest(model: ThemeModel, segments: readonly ThemeSegment[]) {
  const likeliest = segments.map((): { theme: string; narrowest: string } | null => null);
  for (const { segmentIndex, themeKey, subthemeKey } of assignThemes(compileThemeModel(model), segments)) {
    likeliest[segmentIndex] ??= { theme: themeKey, narrowest: subthemeKey ?? themeKey };
  }
  return likeliest;
}

/** What each engine makes of a labelled set, ours in both lanes and at both levels. */
export async function measureDiscovery(set: LabelledSet, encoder: Encoder): Promise<Found[]> {
  const segments = toSegments(set.texts);
  const found: Found[] = [];
  const note = (engine: string, seconds: number, groups: readonly (string | null)[]) => {
    const pairs = groups.flatMap((group, index): [string, string][] =>
      group === null ? [] : [[group, set.texts[index]?.label ?? '']],
    );
    found.push({
      engine,
      seconds,
      coverage: pairs.length / groups.length,
      agreement: measureClusters(pairs),
    });
  };
  const timed = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
    const start = performance.now();
    const result = await work();
    return [result, (performance.now() - start) / 1000];
  };
  const [byWords, wordSeconds] = await timed(() => clusterByWords(set));
  note('TF-IDF, k-means, told k', wordSeconds, byWords.map(String));
  const [byEncoder, encoderSeconds] = await timed(() => clusterByEncoder(set, encoder));
  note('encoder, k-means, told k', encoderSeconds, byEncoder.map(String));
  for (const lane of ['fast', 'full'] as const) {
    const [model, seconds] = await timed(() =>
      lane === 'full' ? discoverThemesWithEncoder(segments, encoder) : discoverThemes(segments),
    );
    const likeliest = findLikeliest(model, segments);
    note(
      `ours, ${lane}: themes`,
      seconds,
      likeliest.map((one) => one?.theme ?? null),
    );
    note(
      `ours, ${lane}: sub-themes`,
      seconds,
      likeliest.map((one) => one?.narrowest ?? null),
    );
  }
  return found;
}
