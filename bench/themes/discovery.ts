import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { type ClusterAgreement, measureClusters } from '@/lib/nlp/testing/measure-clusters';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { compileThemeModel } from '@/lib/nlp/themes/compiled-model';
import { discoverThemes, discoverThemesWithEncoder } from '@/lib/nlp/themes/discover';
import type { ThemeModel, ThemeSegment } from '@/lib/nlp/themes/theme-model';
import { clusterByEncoder, clusterByWords } from './peers';
import type { LabelledSet } from './sets';
import { clusterByTopicModels } from './topic-models';

export type Found = { engine: string; seconds: number; coverage: number; agreement: ClusterAgreement };

export const toSegments = (texts: LabelledSet['texts']): ThemeSegment[] =>
  texts.map(({ text, language }, index) => ({ id: String(index).padStart(6, '0'), text, language }));

type Likeliest = { theme: string; narrowest: string; confidence: number };

/** The likeliest theme of each text and the narrowest within it, null for none. */
export function findLikeliest(model: ThemeModel, segments: readonly ThemeSegment[]) {
  const likeliest = segments.map((): Likeliest | null => null);
  for (const found of assignThemes(compileThemeModel(model), segments)) {
    const { segmentIndex, themeKey, subthemeKey, confidence } = found;
    likeliest[segmentIndex] ??= { theme: themeKey, narrowest: subthemeKey ?? themeKey, confidence };
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
  const [topicModels, topicSeconds] = await timed(() => clusterByTopicModels(set));
  for (const [engine, groups] of topicModels)
    note(engine, topicSeconds / topicModels.length, groups.map(String));
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

/** From these confidences on; the engine itself assigns from .5. */
const CONFIDENCES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95];

/**
 * Without any example: how many texts get a theme from each confidence on, and how many of these are labelled as most texts
 * of their narrowest theme are.
 */
export async function measureCoverageCurve(set: LabelledSet, encoder: Encoder) {
  const segments = toSegments(set.texts);
  const model = await discoverThemesWithEncoder(segments, encoder);
  const anyway = { ...model, thresholds: { ...model.thresholds, minConfidence: 0 } };
  const labels = new Map<string, Map<string, number>>();
  const judged = findLikeliest(anyway, segments).flatMap((one, index) => {
    const label = set.texts[index]?.label ?? '';
    if (!one) return [];
    const counts = labels.get(one.narrowest) ?? new Map<string, number>();
    labels.set(one.narrowest, counts.set(label, (counts.get(label) ?? 0) + 1));
    return [{ ...one, label }];
  });
  const commonest = new Map(
    Array.from(labels, ([theme, counts]) => [theme, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]]),
  );
  return CONFIDENCES.map((from) => {
    const sure = judged.filter(({ confidence }) => confidence >= from);
    const right = sure.filter(({ narrowest, label }) => commonest.get(narrowest) === label);
    return {
      from,
      coverage: sure.length / set.texts.length,
      precision: right.length / Math.max(1, sure.length),
    };
  });
}
