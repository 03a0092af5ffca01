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

  it('takes UTF-16 in any script for text, by its byte order mark', () => {
    const texts = [
      'дата;отзыв\r\n2024-05-01;Очень медленно',
      '日付,「遅い」\r\n–,№ 7 „schön“',
      'תאריך,תגובה',
    ];
    for (const text of texts) {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      expect(sniffBinary(bytes)).toBeNull();
      expect(sniffBinary(bytes.swap16())).toBeNull();
    }
  });

  it('does not take what only begins like UTF-16 for text', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * at * 31 + at * 7 + (at >> 3)) % 256);
    noise.set([0xff, 0xfe]);
    expect(sniffBinary(noise)).toBe('a binary file');
    expect(sniffBinary(Buffer.from('050003000700010002000900', 'hex'))).toBe('a binary file');
  });
});
