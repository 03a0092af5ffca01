import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';

const saidIn = (content: string) =>
  parseTranscript(content).turns.map(({ speaker, text }) => [speaker, text]);
const android = (...messages: string[]) =>
  messages.map((message, at) => `15/01/2026, 09:4${at} - ${message}`).join('\n');

describe('a chat of WhatsApp', () => {
  it('names people who are in no address book by their number or by the name they gave', () => {
    const chat = android(
      '+49 170 1234567: It is slow',
      '~ Bob: Really',
      '~\u202fDr. Ann R.: Yes',
      'Ops 24/7: Ok',
    );
    expect(saidIn(chat)).toEqual([
      ['+49 170 1234567', 'It is slow'],
      ['Bob', 'Really'],
      ['Dr. Ann R.', 'Yes'],
      ['Ops 24/7', 'Ok'],
    ]);
  });

  it.each([
    ['15/1/2026, 9:41 p. m. - Anna: Hola', '2026-01-15T21:41:00Z'],
    ['15/1/2026, 9:41\u00a0p.\u00a0m. - Anna: Hola', '2026-01-15T21:41:00Z'],
    ['15/1/2026, 9:41\u202fa.\u202fm. - Anna: Hola', '2026-01-15T09:41:00Z'],
    ['15/01/2026 à 09:41 - Anna: Bonjour', '2026-01-15T09:41:00Z'],
    ['15.01.26, 09:41 - Anna: Hallo', '2026-01-15T09:41:00Z'],
    ['[15/01/26 09:41:12] Anna: Ciao', '2026-01-15T09:41:12Z'],
    ['[15/01/26, 9:41:12\u202fPM] Anna: Hi', '2026-01-15T21:41:12Z'],
  ])('is dated as the phone writes: %j', (line, at) => {
    expect(parseTranscript(line)).toMatchObject({
      format: 'whatsapp',
      turns: [{ speaker: 'Anna', at: new Date(at) }],
    });
  });

  it.each([
    '<Media omitted>',
    '<Medien ausgeschlossen>',
    '<Multimedia omitido>',
    '<Mídia oculta>',
    '<Arquivo de mídia oculto>',
    '<Media weggelaten>',
    '<Media omessi>',
    '<Médias omis>',
    '\u200eimage omitted',
    '\u200eBild weggelassen',
    'imagen omitida',
    'afbeelding weggelaten',
    'immagine omessa',
    'image absente',
    '\u200eGörüntü dahil edilmedi',
    'IMG-20260115-WA0001.jpg (file attached)',
    '\u200e<attached: 00000012-PHOTO-2026-01-15.jpg>',
    'This message was deleted',
    'You deleted this message.',
    'Diese Nachricht wurde gelöscht.',
    'Mensagem apagada',
    'Eliminaste este mensaje.',
    'Se eliminó este mensaje',
    'Ce message a été supprimé',
    'Questo messaggio è stato eliminato',
    'Dit bericht is verwijderd',
    'null',
    'Missed voice call',
  ])('holds no statement where %j stands', (words) => {
    const { turns, skipped } = parseTranscript(android(`Anna: ${words}`, 'Anna: It is slow'));
    expect(turns.map(({ text }) => text)).toEqual(['It is slow']);
    expect(skipped).toMatchObject([{ line: 1 }]);
  });

  it('keeps the words with a picture, and leaves out that a message was changed', () => {
    const chat = android(
      'Anna: <Media omitted>\nThis button',
      'Anna: That one \u200eimage omitted',
      'Anna: It is slow. \u200e<This message was edited>',
      'Anna: The image was omitted from my report',
    );
    expect(saidIn(chat)).toEqual([
      ['Anna', 'This button'],
      ['Anna', 'That one'],
      ['Anna', 'It is slow.'],
      ['Anna', 'The image was omitted from my report'],
    ]);
  });

  it('takes a notice for nobody, be there a colon in it', () => {
    const chat = android('Anna changed the group name from “A: b” to “C”', 'Anna: Hi');
    expect(parseTranscript(chat).skipped).toEqual([{ line: 1, reason: 'a notice of WhatsApp' }]);
  });

  it('is no other text in which a day stands', () => {
    const notes =
      '15/01/2026, 09:41 - Call: with Acme\nAnn: It is slow\nSam: Since when\nAnn: Monday\nSam: Ok';
    expect(parseTranscript(notes).format).toBe('plain');
    const inside = 'Ann: See this\n15/01/2026, 09:41 - Bob: Hi\nSam: Since when\nAnn: Monday\nSam: Ok';
    expect(parseTranscript(inside).format).toBe('plain');
  });
});

describe('lines "Name: text"', () => {
  it.each([
    'J. Smith',
    'Dr. Who',
    'Prof. Dr. Ann Lee',
    'user_42',
    'ann@acme.com',
    'Ann von der Heide',
    'j.lee',
    'Jr.',
  ])('are said by %s', (name) => {
    expect(saidIn(`Sam: Hello\n${name}: It is slow\nSam: Oh\n${name}: Yes`)).toEqual([
      ['Sam', 'Hello'],
      [name, 'It is slow'],
      ['Sam', 'Oh'],
      [name, 'Yes'],
    ]);
  });

  it('are said in small letters, too, and by whoever speaks once', () => {
    expect(saidIn('ann: hi\nbob: hello\nann: slow\nbob: oh\nCy: me too').map(([speaker]) => speaker)).toEqual(
      [...['ann', 'bob', 'ann', 'bob', 'Cy']],
    );
  });

  it.each([
    'Note: this is new',
    'One thing: it is slow',
    'https: is missing',
    'The problem is: slow',
    'so: slow',
  ])('are not where it says %j', (line) => {
    expect(saidIn(`Ann: Hello\nSam: Yes\nAnn: Well\n${line}\nSam: Ok`)).toEqual([
      ['Ann', 'Hello'],
      ['Sam', 'Yes'],
      ['Ann', `Well\n${line}`],
      ['Sam', 'Ok'],
    ]);
  });

  it('of long turns are those of who speaks again', () => {
    const long = 'a\nb\nc\nd';
    expect(saidIn(`Ann: 1\n${long}\nSam: 2\n${long}\nAnn: 3\nBilling: none\n${long}\nSam: 4`)).toMatchObject([
      ['Ann', `1\n${long}`],
      ['Sam', `2\n${long}`],
      ['Ann', `3\nBilling: none\n${long}`],
      ['Sam', '4'],
    ]);
  });
});
