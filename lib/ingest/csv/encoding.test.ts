import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFile, hasDataSets } from '@/lib/core/testing/data-sets';
import { decodeHead, decodeStream } from './decode';
import { detectEncoding, scanEncoding } from './encoding';
import type { Encoding } from './file-format';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, endian: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(endian === 'le' ? bytes : bytes.swap16());
};
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decodeAll(bytes: Uint8Array, encoding: Encoding, size: number) {
  let text = '';
  for await (const part of decodeStream(chunked(bytes, size), encoding)) text += part;
  return text;
}

describe('detectEncoding', () => {
  it.each([
    ['ASCII', utf8('a,b\n1,2'), 'utf-8'],
    ['UTF-8', utf8('prénom,größe\n'), 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeffa,b'), 'utf-8'],
    ['UTF-8 cut in a letter', utf8('prix: 5 €').subarray(0, -1), 'utf-8'],
    ['UTF-8 cut after the first byte of an emoji', utf8('ok 😀').subarray(0, -3), 'utf-8'],
    ['windows-1252', latin1('pr\xe9nom,gr\xf6\xdfe'), 'windows-1252'],
    ['windows-1252 ending in a letter', latin1('nom,pr\xe9\xe9'), 'windows-1252'],
    ['UTF-16 LE with a mark', utf16('\ufeffa,b', 'le'), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16('\ufeffa,b', 'be'), 'utf-16be'],
    ['UTF-16 LE', utf16('name,text\n1,prénom', 'le'), 'utf-16le'],
    ['UTF-16 BE', utf16('name,text\n1,prénom', 'be'), 'utf-16be'],
    ['nothing', new Uint8Array(0), 'utf-8'],
  ])('finds %s', (_, bytes, encoding) => expect(detectEncoding(bytes).encoding).toBe(encoding));

  it('keeps UTF-8 with a damaged byte among many good letters', () => {
    const damaged = new Uint8Array([...utf8('é'.repeat(50)), 0xff, ...utf8('à'.repeat(50))]);
    expect(detectEncoding(damaged)).toMatchObject({
      encoding: 'utf-8',
      why: expect.stringContaining('1 damaged'),
    });
  });
});

describe('scanEncoding', () => {
  const rows = `id,text\n${'1,plain words\n'.repeat(50_000)}`;

  it.each([1000, 65_536, 1_000_003])('finds one late windows-1252 letter in chunks of %i', async (size) => {
    const bytes = latin1(`${rows}2,pr\xe9nom\n`);
    expect(detectEncoding(bytes.subarray(0, 65_536)).encoding).toBe('utf-8');
    expect((await scanEncoding(chunked(bytes, size))).encoding).toBe('windows-1252');
  });

  it.each([1, 7, 1000])('joins letters cut between chunks of %i', async (size) => {
    const bytes = utf8('é€😀,'.repeat(20_000)).subarray(0, 70_000);
    const whole = bytes.subarray(0, bytes.lastIndexOf(0x2c) + 1);
    expect(await scanEncoding(chunked(whole, size))).toMatchObject({
      encoding: 'utf-8',
      confidence: 'certain',
    });
  });

  it('finds what a short file holds', async () => {
    expect((await scanEncoding(chunked(utf16('a,b\n1,2', 'be'), 3))).encoding).toBe('utf-16be');
    expect((await scanEncoding(chunked(new Uint8Array(0), 3))).encoding).toBe('utf-8');
  });

  it('reads a web stream', async () => {
    expect((await scanEncoding(new Blob(['é']).stream())).confidence).toBe('certain');
  });
});

describe('decodeStream', () => {
  const text = 'naïve “quotes” €5 – 😀 ’tis';

  it.each([1, 2, 3, 5, 64])('decodes every encoding in chunks of %i', async (size) => {
    expect(await decodeAll(utf8(`\ufeff${text}`), 'utf-8', size)).toBe(text);
    expect(await decodeAll(utf16(`\ufeff${text}`, 'le'), 'utf-16le', size)).toBe(text);
    expect(await decodeAll(utf16(`\ufeff${text}`, 'be'), 'utf-16be', size)).toBe(text);
  });

  it('decodes all letters of windows-1252', async () => {
    const bytes = new Uint8Array([0x80, 0x85, 0x92, 0x93, 0x94, 0x96, 0x9c, 0x9f, 0xe9, 0xff, 0x81]);
    expect(await decodeAll(bytes, 'windows-1252', 4)).toBe('€…’“”–œŸéÿ\u0081');
  });

  it('marks NUL characters and bytes that are no text', async () => {
    expect(await decodeAll(utf8('a\0b'), 'utf-8', 1)).toBe('a\uFFFDb');
    expect(await decodeAll(new Uint8Array([0x61, 0xff, 0x62, 0xc3]), 'utf-8', 10)).toBe('a\ufffdb\ufffd');
  });

  it('leaves out a letter cut at the end of a head', () => {
    expect(decodeHead(utf8('5 €').subarray(0, -1), 'utf-8')).toBe('5 ');
  });
});

describe.runIf(hasDataSets('encodings of real CSV files'))('real files', () => {
  it('finds the French survey to be windows-1252 and reads its letters', () => {
    const bytes = readFileSync(dataFile('nps_botanic_fr/nps_original_cp1252.csv'));
    expect(detectEncoding(bytes.subarray(0, 65_536)).encoding).toBe('windows-1252');
    expect(decodeHead(bytes.subarray(0, 65_536), 'windows-1252')).toContain(
      'Il y a très peu de caisse ouverte',
    );
  });

  it('finds the repaired one to be UTF-8', () => {
    expect(detectEncoding(readFileSync(dataFile('nps_botanic_fr/nps.csv'))).encoding).toBe('utf-8');
  });
});
