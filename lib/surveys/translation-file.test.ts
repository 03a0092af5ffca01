import { describe, expect, it } from 'vitest';
import { formatTranslationCsv, parseTranslationCsv } from '@/lib/surveys/translation-csv';
import { formatXliff, parseXliff } from '@/lib/surveys/translation-xliff';

const pieces = [
  { place: 'nps.text', text: 'Would you, "honestly", recommend <us> & co?' },
  { place: 'nps.low', text: '=Not at all\nlikely' },
  { place: 'thanks.title', text: 'Thanks' },
];
const words = { 'nps.text': 'Würden Sie uns <wirklich> & "gern" empfehlen;?', 'nps.low': '=gar\nnicht' };
const expected = [
  { place: 'nps.text', source: pieces[0]?.text, target: words['nps.text'] },
  { place: 'nps.low', source: pieces[1]?.text, target: words['nps.low'] },
  { place: 'thanks.title', source: 'Thanks', target: '' },
];
const withoutLines = (read: { line: number }[]) => read.map(({ line: _, ...piece }) => piece);

describe('CSV', () => {
  it('comes back as it went out, and no spreadsheet runs a cell', () => {
    const file = formatTranslationCsv(pieces, words);
    expect(file).not.toMatch(/(^|,)"?=/m);
    expect(withoutLines(parseTranslationCsv(file))).toEqual(expected);
  });

  it('is read as spreadsheets save it', () => {
    const file = '\uFEFFTarget;Note;Place;Source\r\n"Danke; sehr";x;thanks.title;Thanks\r\n;;;\r\n';
    expect(parseTranslationCsv(file)[0]).toMatchObject({
      line: 2,
      place: 'thanks.title',
      target: 'Danke; sehr',
    });
  });

  it('names the line that is wrong', () => {
    expect(() => parseTranslationCsv('a,b\n1,2\n')).toThrow('Line 1: the columns are');
    expect(() => parseTranslationCsv('place,source,target\na,b,c\na,"b"x,c\n')).toThrow(/line 3/);
  });
});

describe('XLIFF', () => {
  it('comes back as it went out', () => {
    const file = formatXliff({ from: 'en', to: 'de' }, pieces, words);
    const { language, pieces: read } = parseXliff(file);
    expect(language).toBe('de');
    expect(withoutLines(read)).toEqual(expected);
  });

  it('keeps what is replaced as codes, and its words for the translator', () => {
    const text = 'Hi {{@name|there & you}}, {{nps}}?';
    const file = formatXliff({ from: 'en', to: 'de' }, [{ place: 'why.text', text }], { 'why.text': text });
    const inner =
      'Hi <ph id="1" equiv-text="{{@name|">{{@name|</ph>there &#38; you<ph id="2" equiv-text="}}">}}</ph>, <ph id="3" equiv-text="{{nps}}">{{nps}}</ph>?';
    expect(file).toContain(`<source>${inner}</source>`);
    expect(file).toContain(`>${inner}</target>`);
    expect(withoutLines(parseXliff(file).pieces)).toEqual([
      { place: 'why.text', source: text, target: text },
    ]);
  });

  it.each([
    ['what they are shown as', (file: string) => file.replace(/(<ph [^>]*)>[^<]*<\/ph>/g, '$1/>')],
    [
      'the same code in the source',
      (file: string) =>
        file.replace(/<target.*?<\/target>/gs, (target) =>
          target.replace(/<ph (id="\d+")[^>]*>[^<]*<\/ph>/g, '<ph $1/>'),
        ),
    ],
  ])('comes back from a tool that hands codes back empty, as %s', (_, empty) => {
    const piece = { place: 'why.text', text: 'Hi {{@name|there}}, why {{nps}}?' };
    const words = { 'why.text': '{{nps}}, {{@name|du}}: warum?' };
    const handed = formatXliff({ from: 'en', to: 'de' }, [piece], { 'why.text': piece.text });
    const file = empty(handed).replace(/<target([^>]*)>.*?<\/target>/s, (target) => {
      const [name = '', end = '', nps = ''] = target.match(/<ph[^>]*\/?>/g) ?? [];
      return `<target>${nps}, ${name}du${end}: warum?</target>`;
    });
    expect(file).toContain('/>, <ph');
    expect(withoutLines(parseXliff(file).pieces)).toEqual([
      { place: 'why.text', source: piece.text, target: words['why.text'] },
    ]);
  });

  it('finds in version 2.0 what a code stands for in the data of its unit', () => {
    const file = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f">
<unit id="why.text"><originalData><data id="d1">{{nps}}</data></originalData><segment><source>Why <ph id="1" dataRef="d1"/>?</source>
<target>Pourquoi <ph id="1" dataRef="d1" disp="Score"/> ?</target></segment></unit>
<unit id="thanks.title"><segment><source>Hi <ph id="1" equiv="{{@name}}"/></source><target><ph id="1"/></target></segment></unit>
</file></xliff>`;
    expect(withoutLines(parseXliff(file).pieces)).toEqual([
      { place: 'why.text', source: 'Why {{nps}}?', target: 'Pourquoi {{nps}} ?' },
      { place: 'thanks.title', source: 'Hi {{@name}}', target: '{{@name}}' },
    ]);
  });

  it('is read in version 2.0, with segments, marks and notes, and without the suggestions of a tool', () => {
    const file = `<?xml version="1.0"?>
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><x:file id="f">
<x:unit id="thanks.title"><x:notes><x:note>Short</x:note></x:notes>
<x:segment><x:source>Thank </x:source><x:target>Mer</x:target></x:segment>
<x:segment><x:source>you</x:source><x:target>c<x:mrk id="1">i</x:mrk><![CDATA[ !]]></x:target></x:segment>
<x:matches><x:match><x:source>Thanks</x:source><x:target>non</x:target></x:match></x:matches></x:unit></x:file></x:xliff>`;
    expect(parseXliff(file)).toEqual({
      language: 'fr',
      pieces: [{ line: 3, place: 'thanks.title', source: 'Thank you', target: 'Merci !' }],
    });
  });

  it('defines no entities, and names the line that is wrong', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]>\n<xliff/>';
    expect(() => parseXliff(bomb)).toThrow('Line 2: a document type');
    expect(() => parseXliff('<xliff>\n<file>&nothing;</file></xliff>')).toThrow(
      'Line 2: the file is no well-formed',
    );
    expect(() => parseXliff('<xliff>\n\n<file>')).toThrow('Line 3');
    expect(() => parseXliff('<html/>')).toThrow('no XLIFF');
  });
});
