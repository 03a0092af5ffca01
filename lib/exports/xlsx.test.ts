import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatXlsx } from '@/lib/exports/xlsx';

function read(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

const sheetOf = (rows: Parameters<typeof formatXlsx>[0][number]['rows']) =>
  read(formatXlsx([{ name: 'Issues', rows }]))['xl/worksheets/sheet1.xml'] ?? '';

/** The text of a cell as a reader of XML sees it. */
function textAt(xml: string, place: string): string | undefined {
  const [, text] = new RegExp(`<c r="${place}"[^>]*><is><t xml:space="preserve">([^<]*)</t>`).exec(xml) ?? [];
  return text?.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

describe('a workbook', () => {
  it('names every part that it is made of', () => {
    const files = read(
      formatXlsx([
        { name: 'Issues', rows: [['a']] },
        { name: 'About & so on', rows: [['b']] },
      ]),
    );
    const named = [...(files['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(files).sort()).toEqual(
      ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', ...named].sort(),
    );
    expect(files['xl/workbook.xml']).toContain('name="About &#38; so on" sheetId="2" r:id="rId2"');
  });

  it('is the same for the same rows', () => {
    const make = () => formatXlsx([{ name: 'Issues', rows: [['a', 1]] }]);
    expect(make()).toEqual(make());
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://evil","x")', '\t=1'])(
    'holds %j as quoted text and no formula',
    (text) => {
      const xml = sheetOf([['head'], [text]]);
      expect(textAt(xml, 'A2')).toBe(text);
      expect(xml).not.toContain('<f>');
      expect(xml).toContain('<c r="A2" t="inlineStr" s="2">');
    },
  );

  it('keeps what is written, and drops what XML cannot hold', () => {
    const xml = sheetOf([['h'], ['Grüße 📱 <b>&"', ' two\nlines ', 'a\u0000b\u001f\ud800', '_x0041_']]);
    expect(textAt(xml, 'A2')).toBe('Grüße 📱 <b>&"');
    expect(textAt(xml, 'B2')).toBe(' two\nlines ');
    expect(textAt(xml, 'C2')).toBe('ab\ufffd');
    expect(textAt(xml, 'D2')).toBe('_x005F_x0041_');
  });

  it('writes numbers, days and nothing', () => {
    const xml = sheetOf([['h'], [1.5, new Date('2026-10-31T12:00:00Z'), null, true, Number.NaN]]);
    expect(xml).toContain(
      '<c r="A2" s="0"><v>1.5</v></c><c r="B2" s="3"><v>46326</v></c><c r="D2" t="b"><v>1</v></c></row>',
    );
  });

  it('names columns beyond Z', () => {
    const xml = sheetOf([Array.from({ length: 28 }, (_, index) => index)]);
    expect(xml).toContain('<c r="Z1"');
    expect(xml).toContain('<c r="AB1"');
  });
});
