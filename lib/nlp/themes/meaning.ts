import { dot, dotAll, findPrincipalAxes } from '../encoder/principal-axes';
import { getWordVectors } from '../encoder/word-vectors';
import { splitWords } from './tokenize';

/** Gives texts vectors of one width, in their order. */
export type Embed = (texts: readonly string[]) => Float32Array[];

/** Axes kept of the encoder's 512; 256 and all were no better on two labelled sets. */
const MOST_AXES = 128;
/** How far strong axes are held back: 0 not at all, 1 all axes alike (whitening), which was worse. */
const HOLD_BACK = 0.25;
/** Rows the axes are found from; more change them little. */
const MOST_ROWS = 4000;
const FEELING_AXES = 3;
/** Vectors are rounded to this before anything else is computed, for processors differ in the last digits. */
const FINEST = 1 / 1024;

/** The vectors of texts by the bundled table of word vectors: no native part, tens of thousands of texts a second. */
export const embedByWords: Embed = (texts) => {
  const table = getWordVectors();
  return texts.map((text) => table.embed(splitWords(text).map(({ lower }) => lower)));
};

const PRAISED = ['The service', 'The app', 'It', 'The product', 'Everything', 'The whole experience'];
const PRAISE = ['great', 'excellent', 'good', 'perfect', 'wonderful'];
const BLAME = ['terrible', 'awful', 'bad', 'useless', 'horrible'];

/** Pairs of sentences that differ only in what is felt. */
export const FEELING_PAIRS: readonly [praise: string, blame: string][] = PRAISED.flatMap((subject) =>
  PRAISE.map((praise, place): [string, string] => [
    `${subject} is ${praise}`,
    `${subject} is ${BLAME[place] ?? 'bad'}`,
  ]),
);

/**
 * What vectors say of the subject: the corpus's mean and the axes along which praise differs from blame are taken out
 * (as Bolukbasi et al. 2016 do with gender), the rest is written in its leading principal axes. A vector of zeros stays one: of it
 * nothing is known.
 * @param feelings vectors of {@link FEELING_PAIRS}
 */
export function keepSubject(
  vectors: readonly Float32Array[],
  feelings: readonly (readonly [Float32Array, Float32Array])[],
): Float64Array[] {
  const width = vectors[0]?.length ?? 0;
  const rounded = vectors.map((vector) =>
    Float64Array.from(vector, (value) => Math.round(value / FINEST) * FINEST),
  );
  const isUnread = vectors.map((vector) => vector.every((value) => value === 0));
  const mean = new Float64Array(width);
  for (const vector of rounded) {
    for (let at = 0; at < width; at++) addAt(mean, at, (vector[at] ?? 0) / rounded.length);
  }
  const differences = feelings.map(([praise, blame]) =>
    Float64Array.from(praise, (value, at) => value - (blame[at] ?? 0)),
  );
  const feelingAxes = findPrincipalAxes(differences, Math.min(FEELING_AXES, width));
  for (const vector of rounded) {
    for (let at = 0; at < width; at++) addAt(vector, at, -(mean[at] ?? 0));
    for (const axis of feelingAxes) {
      const share = dot(vector, axis);
      for (let at = 0; at < width; at++) addAt(vector, at, -share * (axis[at] ?? 0));
    }
  }
  const step = Math.max(1, Math.floor(rounded.length / MOST_ROWS));
  const axes = findPrincipalAxes(
    rounded.filter((_, row) => row % step === 0),
    Math.min(MOST_AXES, width),
  );
  const written = rounded.map((vector) => dotAll(axes, vector));
  const scales = axes.map((_, axis) => {
    const variance = written.reduce((sum, vector) => sum + (vector[axis] ?? 0) ** 2, 0) / written.length;
    return variance > 0 ? variance ** (-HOLD_BACK / 2) : 0;
  });
  return written.map((vector, row) =>
    vector.map((value, axis) => (isUnread[row] ? 0 : value * (scales[axis] ?? 0))),
  );
}

function addAt(vector: Float64Array, at: number, value: number): void {
  vector[at] = (vector[at] ?? 0) + value;
}
