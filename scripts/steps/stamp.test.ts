import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, isStamped, listFiles, unlessStamped } from './stamp.mjs';

let directory: string;
const at = (name: string) => path.join(directory, name);

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-stamp-'));
  fs.mkdirSync(at('app'));
  fs.writeFileSync(at('app/page.tsx'), 'one');
  fs.writeFileSync(at('app/page.test.tsx'), 'test');
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

describe('fingerprint', () => {
  const ofSources = () =>
    fingerprint(listFiles([at('app'), at('absent')], (file) => !file.includes('.test.')));

  it('changes with a content, a name and a fact', () => {
    const before = ofSources();
    fs.writeFileSync(at('app/page.tsx'), 'two');
    const edited = ofSources();
    fs.renameSync(at('app/page.tsx'), at('app/other.tsx'));
    const renamed = ofSources();
    expect(new Set([before, edited, renamed, fingerprint([], ['fact']), fingerprint([])]).size).toBe(5);
  });

  it('does not change with a file that does not matter, or a later date', () => {
    const before = ofSources();
    fs.writeFileSync(at('app/page.test.tsx'), 'changed');
    fs.utimesSync(at('app/page.tsx'), 1, 1);
    expect(ofSources()).toBe(before);
  });

  it('tells contents apart that only together are the same', () => {
    fs.writeFileSync(at('a'), 'xy');
    fs.writeFileSync(at('b'), 'z');
    const before = fingerprint([at('a'), at('b')]);
    fs.writeFileSync(at('a'), 'x');
    fs.writeFileSync(at('b'), 'yz');
    expect(fingerprint([at('a'), at('b')])).not.toBe(before);
  });
});

describe('unlessStamped', () => {
  it('works once for the same sources and again for others', async () => {
    const done: string[] = [];
    const make = (sources: string) =>
      unlessStamped(at('stamp'), sources, async () => {
        done.push(sources);
      });
    expect([await make('a'), await make('a'), await make('b')]).toEqual([true, false, true]);
    expect(done).toEqual(['a', 'b']);
  });

  it('leaves no stamp when the work breaks off, not even the old one', async () => {
    await unlessStamped(at('stamp'), 'a', async () => {});
    await expect(
      unlessStamped(at('stamp'), 'b', async () => {
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect([isStamped(at('stamp'), 'a'), isStamped(at('stamp'), 'b')]).toEqual([false, false]);
  });
});
