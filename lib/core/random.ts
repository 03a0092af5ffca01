/** A source of pseudo-random numbers in [0, 1): the same seed gives the same sequence on every machine. */
export type RandomSource = () => number;

/**
 * Mulberry32, a small generator with a 32-bit state: enough for bootstraps, sampling and sample data, not for secrets.
 * Source: Tommy Ettinger, 2017 (public domain).
 */
export function makeRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed from a text (FNV-1a), so that a named thing always gets the same random sequence. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
