import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openTranscriptFile } from '@/lib/ingest/transcripts/open-transcript-file';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';

const encode = (text: string) => new TextEncoder().encode(text);
const pack = (files: Record<string, unknown>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        encode(typeof content === 'string' ? content : JSON.stringify(content)),
      ]),
    ),
  );
const message = (user: string, text: string) => ({ type: 'message', user, text, ts: '1710324931.5' });

describe('a file that somebody chose', () => {
  it.each([
    ['utf-8', Buffer.from('Jürgen: Größe')],
    ['windows-1252', Buffer.from('Jürgen: Größe', 'latin1')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Jürgen: Größe', 'utf16le')])],
  ])('is decoded from %s', (_, bytes) => expect(openTranscriptFile(bytes)).toBe('Jürgen: Größe'));

  it('keeps the good letters of damaged UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('Jürgen: Größe'), Buffer.from([0xff])]);
    expect(openTranscriptFile(bytes)).toBe('Jürgen: Größe\ufffd');
  });

  it('may be an archive of WhatsApp with its pictures', () => {
    const chat = '15/01/2026, 09:41 - Anna: Slow';
    const files = { '_chat.txt': chat, 'IMG-1.jpg': 'x', '__MACOSX/._chat.txt': 'y' };
    expect(openTranscriptFile(pack(files))).toBe(chat);
  });

  it('may be an archive of Slack with one channel, all its days and its people', () => {
    const users = [
      { id: 'U1', name: 'anna', profile: { real_name: 'Anna Cust', email: 'Anna@acme.example' } },
    ];
    const channel = (name: string) => ({
      [`${name}/2026-01-16.json`]: [message('U1', 'Really')],
      [`${name}/2026-01-15.json`]: [message('U1', 'Slow'), message('U2', 'Oh')],
    });
    const one = { 'users.json': users, 'channels.json': [], ...channel('help') };
    const { turns, people } = parseTranscript(openTranscriptFile(pack(one)));
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Anna Cust', 'Slow'],
      ['U2', 'Oh'],
      ['Anna Cust', 'Really'],
    ]);
    expect(people?.get('Anna Cust')).toEqual({ name: 'Anna Cust', email: 'anna@acme.example' });
    expect(() => openTranscriptFile(pack({ ...one, ...channel('sales') }))).toThrow(
      '2 channels (help, sales). Pack the folder of one',
    );
  });

  it('is refused with what to choose', () => {
    expect(() => openTranscriptFile(pack({ 'a.jpg': 'x' }))).toThrow('holds no transcript');
    expect(() => openTranscriptFile(pack({ 'a.vtt': 'x', 'b.vtt': 'x' }))).toThrow(
      '2 transcripts (a.vtt, b.vtt)',
    );
    expect(() => openTranscriptFile(Buffer.from('PK\u0003\u0004 broken'))).toThrow('cannot be opened');
  });
});
