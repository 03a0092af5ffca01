import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { requireDiskSpace } from './disk-space.mjs';
import { explain, Refusal } from './refusal.mjs';

describe('explain', () => {
  it('gives a refusal as its one line', () => {
    expect(explain(new Refusal('Port 3000 is taken.'), os.tmpdir())).toBe('Port 3000 is taken.');
  });

  it.each(['ENOSPC: no space left on device, write', 'could not write: No space left on device'])(
    'recognises a full disk in: %s',
    (message) => {
      expect(explain(new Error(message), '/data')).toMatch(/^The disk holding \/data is full: [^\n]*$/);
    },
  );

  it('keeps the stack of an error it does not know', () => {
    expect(explain(new Error('a fault'), os.tmpdir())).toContain('refusal.test.ts');
  });
});

describe('requireDiskSpace', () => {
  it('names the disk, what is free and what is needed', () => {
    expect(() => requireDiskSpace(os.tmpdir(), 1e12)).toThrow(
      /has \d+ MB free and 1000000000000 MB are needed/,
    );
    expect(requireDiskSpace(os.tmpdir(), 0)).toBeUndefined();
  });
});
