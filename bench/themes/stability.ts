import { makeRandom } from '@/lib/core/random';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { measureClusters } from '@/lib/nlp/testing/measure-clusters';
import { discoverThemesWithEncoder } from '@/lib/nlp/themes/discover';
import { findLikeliest, toSegments } from './discovery';
import type { LabelledSet } from './sets';

const KEPT = 0.9;
/** What another processor may round differently in a vector of length 1. */
const ROUNDING = 1e-6;

/** How alike two discoveries judge the same texts (adjusted Rand index of their narrowest themes). */
export async function measureStability(set: LabelledSet, encoder: Encoder) {
  const segments = toSegments(set.texts);
  const random = makeRandom(11);
  const fewer = segments.filter(() => random() < KEPT);
  const jittery: Encoder = {
    encode: async (texts) => {
      const noise = makeRandom(13);
      return (await encoder.encode(texts)).map((vector) =>
        vector.map((value) => value + (noise() - 0.5) * 2 * ROUNDING),
      );
    },
  };
  const whole = await discoverThemesWithEncoder(segments, encoder);
  const again = await discoverThemesWithEncoder([...segments].reverse(), encoder);
  const part = await discoverThemesWithEncoder(fewer, encoder);
  const rounded = await discoverThemesWithEncoder(segments, jittery);
  const first = findLikeliest(whole, segments);
  const compare = (other: typeof whole) => {
    const second = findLikeliest(other, segments);
    return measureClusters(
      first.flatMap((one, index): [string, string][] => {
        const two = second[index];
        return one && two ? [[two.narrowest, one.narrowest]] : [];
      }),
    ).ari;
  };
  return {
    isSame: JSON.stringify(whole) === JSON.stringify(again),
    resample: compare(part),
    rounding: compare(rounded),
  };
}
