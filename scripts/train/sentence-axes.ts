import { writeFileSync } from 'node:fs';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { findPrincipalAxes } from '@/lib/nlp/encoder/principal-axes';
import { formatSentenceAxes, SENTENCE_WIDTH } from '@/lib/nlp/encoder/sentence-vector';
import { readCollectedTexts } from './labelled-texts';

/** Longer texts are no sentences. */
const LONGEST_TEXT = 400;
/** About so many texts are looked at; more change the axes little. */
const MOST_TEXTS = 6000;

/** Writes lib/nlp/encoder/sentence-axes.bin: the axes along which the encoder's vectors of English sentences differ most. */
export async function writeSentenceAxes(): Promise<string> {
  const texts = readCollectedTexts()
    .map(({ text }) => text)
    .filter(({ length }) => length < LONGEST_TEXT);
  const step = Math.floor(texts.length / MOST_TEXTS) || 1;
  const encoder = await openEncoder();
  const vectors = await encoder.encode(texts.filter((_, place) => place % step === 0));
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value / vectors.length;
  }
  const centred = vectors.map((vector) => Float64Array.from(vector, (value, at) => value - (mean[at] ?? 0)));
  const file = formatSentenceAxes({ mean, axes: findPrincipalAxes(centred, SENTENCE_WIDTH) });
  writeFileSync(new URL('../../lib/nlp/encoder/sentence-axes.bin', import.meta.url), file);
  return `${vectors.length} texts, ${(file.length / 1e3).toFixed(0)} kB`;
}
