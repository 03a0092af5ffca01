import { z } from 'zod';
import type { Lane } from '../engine';
import type { ConfidenceCurve } from '../polarity/confidence-curve';
import {
  type Chances,
  type LinearModel,
  packLinearModel,
  predictChances,
  unpackLinearModel,
} from '../polarity/linear-model';
import type { OpinionFeatures } from '../polarity/opinion-features';

/** Weights that turn the bundled opinion of a text into that of one workspace. */
export interface OpinionShift {
  /** N-grams that occurred in its texts, ascending; the weights of `model` follow their order. */
  buckets: Uint32Array;
  /** Dense features: logarithms of the bundled chances, lexicon features, vector. */
  model: LinearModel;
}

/** What one workspace changes in one language. */
export interface LanguageAdapter {
  /** Null where only the confidence is its own. */
  shift: OpinionShift | null;
  /** Null where the bundled curve holds. */
  confidence: ConfidenceCurve | null;
}

/** A workspace's own model beside the bundled ones. Plain data, so that it can be sent to a process. */
export interface SentimentAdapter {
  /** The lane whose vectors it was trained on; in the other it changes nothing. */
  lane: Lane;
  /** By ISO 639-1; a language that is not here is read as bundled. */
  languages: ReadonlyMap<string, LanguageAdapter>;
}

/** A chance of 0 would be beyond all shifting. */
export const LEAST_CHANCE = 1e-4;

export const logChances = (chances: Chances): number[] =>
  chances.map((chance) => Math.log(Math.max(chance, LEAST_CHANCE)));

/**
 * The workspace's opinion of a text.
 *
 * @param vector of the sentence encoder or of words, as the lane has it; null for languages without
 */
export function shiftChances(
  { buckets, model }: OpinionShift,
  bundled: Chances,
  features: OpinionFeatures,
  vector: Float32Array | null,
): Chances {
  const dense = [logChances(bundled), features.lexicon, vector ?? NONE];
  return predictChances(model, dense, toColumns(buckets, features.buckets), features.bucketValue);
}

const NONE = new Float32Array();

/** Places in a list of buckets, of those that are in it; both ascending. */
export function toColumns(known: Uint32Array, buckets: Uint32Array): Uint32Array {
  const columns: number[] = [];
  for (const bucket of buckets) {
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle] ?? 0) < bucket) low = middle + 1;
      else high = middle;
    }
    if (known[low] === bucket) columns.push(low);
  }
  return Uint32Array.from(columns);
}

const packedModelSchema = z.object({
  bias: z.string(),
  dense: z.string(),
  sparse: z.string(),
  sparseScale: z.number(),
});

const packedSchema = z.object({
  lane: z.enum(['full', 'fast']),
  languages: z.record(
    z.string(),
    z.object({
      shift: z.object({ buckets: z.array(z.number()), model: packedModelSchema }).nullable(),
      confidence: z.object({ chances: z.array(z.number()), shares: z.array(z.number()) }).nullable(),
    }),
  ),
});

/** An adapter as it is kept: JSON. */
export type PackedSentimentAdapter = z.infer<typeof packedSchema>;

export const packSentimentAdapter = ({ lane, languages }: SentimentAdapter): PackedSentimentAdapter => ({
  lane,
  languages: Object.fromEntries(
    [...languages].map(([language, { shift, confidence }]) => [
      language,
      {
        shift: shift && { buckets: [...shift.buckets], model: packLinearModel(shift.model) },
        confidence: confidence && {
          chances: [...confidence.chances],
          shares: [...confidence.shares],
        },
      },
    ]),
  ),
});

/** @throws ZodError for what {@link packSentimentAdapter} did not make. */
export function unpackSentimentAdapter(packed: unknown): SentimentAdapter {
  const { lane, languages } = packedSchema.parse(packed);
  return {
    lane,
    languages: new Map(
      Object.entries(languages).map(([language, { shift, confidence }]) => [
        language,
        {
          shift: shift && {
            buckets: Uint32Array.from(shift.buckets),
            model: unpackLinearModel(shift.model),
          },
          confidence,
        },
      ]),
    ),
  };
}
