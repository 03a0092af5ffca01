import { readdirSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A clone carries them, and each reader unpacks them. */
const MOST_BYTES = 3_000_000;

it('all classifiers together stay small', () => {
  const folders = ['./weights/', '../kinds/weights/'].map((folder) => new URL(folder, import.meta.url));
  const sizes = folders.flatMap((folder) =>
    readdirSync(folder).map((file) => statSync(new URL(file, folder)).size),
  );
  expect(sizes.length).toBeGreaterThanOrEqual(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});
