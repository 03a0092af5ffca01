import { makeRandom } from '@/lib/core/random';
import type { SentenceVector } from '@/lib/nlp/encoder/sentence-vector';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { trainThemes } from '@/lib/nlp/themes/train-themes';
import { computeReliability, type ReliabilityBin } from '@/lib/stats/reliability';
import type { LabelledSet, LabelledText } from './sets';

export type Assigned = {
  examples: number;
  seconds: number;
  textsPerSecond: number;
  /** Share of held-out texts whose likeliest theme is the right one. */
  accuracy: number;
  /** Share of held-out texts that got a theme, and of those, how many got the right one first. */
  coverage: number;
  precision: number;
  reliability: ReliabilityBin[];
};

const TEST_SHARE = 0.2;
const SEED = 5;
/** What a workspace with a discovery behind it assigns from. */
const SURE = 0.5;

/** A label in words, as people name a theme. */
export const nameOf = (label: string): string => label.replaceAll('_', ' ');

/**
 * Themes learned from so many examples of each label, judged on a fifth of the texts held out: as the product does in the full
 * lane, where vectors are given, else in the fast lane.
 * @param vectors what texts and labels mean, by the engine
 */
export function measureAssignment(
  { texts }: LabelledSet,
  examples: number,
  vectors: ReadonlyMap<string, SentenceVector | null> | null,
): Assigned {
  const see = <Text extends { text: string }>(text: Text) => ({
    ...text,
    vector: vectors?.get(text.text) ?? null,
  });
  const byLabel = new Map<string, LabelledText[]>();
  const random = makeRandom(SEED);
  const shuffled = texts.map((text) => ({ text, lot: random() })).sort((a, b) => a.lot - b.lot);
  for (const { text } of shuffled) byLabel.set(text.label, [...(byLabel.get(text.label) ?? []), text]);
  const parts = Array.from(byLabel, ([label, own]) => {
    const held = Math.ceil(own.length * TEST_SHARE);
    return { label, held: own.slice(0, held).map(see), given: own.slice(held, held + examples).map(see) };
  });
  const start = performance.now();
  const model = trainThemes(
    null,
    parts.map(({ label, given }) => ({
      key: label,
      found: null,
      positives: given,
      negatives: [],
      description: see({ text: nameOf(label), language: null }),
    })),
  );
  const seconds = (performance.now() - start) / 1000;
  const heldOut = parts.flatMap(({ held }) => held);
  const begin = performance.now();
  const assigned = assignThemes({ ...model, minConfidence: 0 }, heldOut);
  const textsPerSecond = heldOut.length / ((performance.now() - begin) / 1000);
  const first = new Map<number, { themeKey: string; confidence: number }>();
  for (const one of assigned) if (!first.has(one.segmentIndex)) first.set(one.segmentIndex, one);
  const judged = [...first].map(([index, { themeKey, confidence }]) => ({
    confidence,
    isRight: themeKey === heldOut[index]?.label,
  }));
  const sure = judged.filter(({ confidence }) => confidence >= SURE);
  const countRight = (some: typeof judged) => some.filter(({ isRight }) => isRight).length;
  return {
    examples,
    seconds,
    textsPerSecond,
    accuracy: countRight(judged) / heldOut.length,
    coverage: sure.length / heldOut.length,
    precision: countRight(sure) / Math.max(1, sure.length),
    reliability: computeReliability(judged),
  };
}
