import { readFileSync } from 'node:fs';
import { ENCODER_WIDTH } from './encoder';
import { dotAll } from './principal-axes';

/** A sentence's meaning as it is kept: one byte for each of {@link SENTENCE_WIDTH} axes; only its direction means something. */
export type SentenceVector = Int8Array;

/** Axes kept of the encoder's 512. Assignment by all of them was a point better at best: see docs/decisions/themes.md. */
export const SENTENCE_WIDTH = 128;

/** Changes with the encoder and its axes: vectors of different versions must not be compared. */
export const SENTENCE_VERSION = 1;

/** What vectors are written in: the mean of many sentences, and the axes along which they differ most. */
export interface SentenceAxes {
  mean: Float64Array;
  axes: readonly Float64Array[];
}

const LARGEST_BYTE = 127;
const NUMBER_BYTES = 4;

let shared: SentenceAxes | undefined;

/** Makes a vector of the encoder small enough to be kept for each sentence. */
export function packSentence(vector: Float32Array): SentenceVector {
  shared ??= parseSentenceAxes(readFileSync(new URL('./sentence-axes.bin', import.meta.url)));
  const { mean, axes } = shared;
  const centred = Float64Array.from(vector, (value, at) => value - (mean[at] ?? 0));
  const narrowed = dotAll(axes, centred);
  const step = Math.max(...narrowed.map(Math.abs)) / LARGEST_BYTE || 1;
  return Int8Array.from(narrowed, (value) => Math.round(value / step));
}

/** The mean as numbers of four bytes, then for each axis the size of one step and its numbers as bytes; little-endian. */
export function formatSentenceAxes({ mean, axes }: SentenceAxes): Buffer {
  const numbers = (values: ArrayLike<number>) => {
    const bytes = Buffer.alloc(values.length * NUMBER_BYTES);
    for (let at = 0; at < values.length; at++) bytes.writeFloatLE(values[at] ?? 0, at * NUMBER_BYTES);
    return bytes;
  };
  const rows = axes.flatMap((axis) => {
    const step = Math.max(...axis.map(Math.abs)) / LARGEST_BYTE || 1;
    return [numbers([step]), Buffer.from(Int8Array.from(axis, (value) => Math.round(value / step)))];
  });
  return Buffer.concat([numbers(mean), ...rows]);
}

export function parseSentenceAxes(file: Buffer): SentenceAxes {
  const mean = Float64Array.from({ length: ENCODER_WIDTH }, (_, at) => file.readFloatLE(at * NUMBER_BYTES));
  const axes: Float64Array[] = [];
  const rowBytes = NUMBER_BYTES + ENCODER_WIDTH;
  for (let at = ENCODER_WIDTH * NUMBER_BYTES; at + rowBytes <= file.length; at += rowBytes) {
    const step = file.readFloatLE(at);
    axes.push(
      Float64Array.from(
        { length: ENCODER_WIDTH },
        (_, index) => step * file.readInt8(at + NUMBER_BYTES + index),
      ),
    );
  }
  return { mean, axes };
}
