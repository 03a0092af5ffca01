import { makeRandom } from '@/lib/core/random';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { measureClusters } from '@/lib/nlp/testing/measure-clusters';
import { discoverThemesWithEncoder } from '@/lib/nlp/themes/discover';
import { compareTaxonomies } from '@/lib/themes/compare-taxonomies';
import { findLikeliest, toSegments } from './discovery';
import type { LabelledSet } from './sets';

const KEPT = 0.9;
/** How far numbers of a vector were off as an emulated Haswell read the same texts. */
const OTHER_X86 = 1.5e-8;
/** An emulated ARM processor gave one text in twenty a vector of cosine .9998. */
const ARM = { share: 0.05, noise: 0.0009 };

type Vector = Float32Array;

/** The encoder as it would read on another machine. */
function readElsewhere(encoder: Encoder, alter: (vector: Vector, random: () => number) => Vector): Encoder {
  return {
    encode: async (texts) => {
      const random = makeRandom(13);
      return (await encoder.encode(texts)).map((vector) => alter(vector, random));
    },
  };
}

const addNoise = (vector: Vector, size: number, random: () => number): Vector =>
  vector.map((value) => value + (random() - 0.5) * 2 * size);

/** How alike two discoveries judge the same texts (adjusted Rand index of their narrowest themes), and what a later one proposes. */
export async function measureStability(set: LabelledSet, encoder: Encoder) {
  const segments = toSegments(set.texts);
  const random = makeRandom(11);
  const fewer = segments.filter(() => random() < KEPT);
  const old = new Set(fewer);
  const otherX86 = readElsewhere(encoder, (vector, noise) => addNoise(vector, OTHER_X86, noise));
  const arm = readElsewhere(encoder, (vector, noise) =>
    addNoise(vector, noise() < ARM.share ? ARM.noise : OTHER_X86, noise),
  );
  const whole = await discoverThemesWithEncoder(segments, encoder);
  const again = await discoverThemesWithEncoder([...segments].reverse(), encoder);
  const part = await discoverThemesWithEncoder(fewer, encoder);
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
    otherX86: compare(await discoverThemesWithEncoder(segments, otherX86)),
    arm: compare(await discoverThemesWithEncoder(segments, arm)),
    touched: measureTouched(
      findLikeliest(part, segments).map((one) => one?.theme ?? null),
      first.map((one) => one?.theme ?? null),
      segments.map((segment) => old.has(segment)),
    ),
  };
}

/**
 * After a tenth of new texts: the share of the old ones whose theme would be another, were all proposals of a new discovery
 * accepted. Until then none is.
 */
function measureTouched(
  today: readonly (string | null)[],
  found: readonly (string | null)[],
  isOld: readonly boolean[],
): number {
  const groups = [...new Set(found)].filter((group) => group !== null);
  const groupOf = found.map((group) => (group === null ? -1 : groups.indexOf(group)));
  const differences = compareTaxonomies(
    groupOf,
    today.map((theme) => (theme === null ? [] : [theme])),
  );
  const touched = isOld.filter(
    (old, index) =>
      old &&
      differences.some(({ kind, themeId, group }) => {
        const isOf = today[index] === themeId;
        const isIn = groupOf[index] === group;
        if (kind === 'drift') return isOf !== isIn;
        return isIn && (kind === 'split' ? isOf : !isOf);
      }),
  ).length;
  return touched / isOld.filter(Boolean).length;
}
