import { describe, expect, it } from 'vitest';
import { sniffBinary } from './sniff-binary';

describe('sniffBinary', () => {
  it.each([
    ['504b03041400', 'an Excel workbook or another ZIP archive'],
    ['ffd8ffe000104a46', 'a JPEG picture'],
    ['1f8b0800', 'a gzip archive'],
    ['0001020304050607', 'a binary file'],
  ])('knows %s as %s', (start, name) => {
    expect(sniffBinary(Buffer.from(start, 'hex'))).toBe(name);
  });

  it('takes text in any encoding for text', () => {
    const text = 'date;comment\r\n2024-05-01;Le café était très bien\t"—"\r\n';
    for (const encoding of ['utf8', 'utf16le', 'latin1'] as const) {
      expect(sniffBinary(Buffer.from(text, encoding))).toBeNull();
    }
    expect(sniffBinary(Buffer.from(text, 'utf16le').swap16())).toBeNull();
    expect(sniffBinary(new Uint8Array(0))).toBeNull();
  });
});
