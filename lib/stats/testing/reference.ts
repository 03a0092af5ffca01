import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const ownFolder = fileURLToPath(new URL('../reference', import.meta.url));

/**
 * All cases of a file of reference values made with R, from the folder named by VOC_REFERENCE or else from the one in
 * the repository. The caller names the shape; the files are ours. A file without a case is an error, not a pass.
 */
export function readReference<Case>(name: string): Case[] {
  const file = path.join(process.env.VOC_REFERENCE ?? ownFolder, `${name}.json`);
  const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];
  if (cases.length === 0) throw new Error(`${file} has no cases`);
  return cases;
}

/**
 * Expects the same number but for rounding: relative to its size, or to `floor` where it is smaller (differences of
 * larger numbers may end near 0; p values may not, so they take `floor: 0`). Null is expected as null.
 */
export function expectClose(
  actual: number | null | undefined,
  expected: number | null,
  { relative = 1e-9, floor = 1e-3 }: { relative?: number; floor?: number } = {},
): void {
  if (expected === null) {
    expect(actual).toBeNull();
    return;
  }
  expect(actual).toBeTypeOf('number');
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  expect(difference, `${actual} should be ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), floor),
  );
}
