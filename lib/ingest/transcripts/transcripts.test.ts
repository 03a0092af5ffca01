import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTurns } from '@/lib/ingest/transcripts/join-turns';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';
import { tellSides } from '@/lib/ingest/transcripts/tell-sides';
import { TranscriptProblem, type Turn } from '@/lib/ingest/transcripts/transcript';

const saidIn = (content: string) =>
  parseTranscript(content).turns.map(({ speaker, text }) => [speaker, text]);

describe('chats', () => {
  it('of WhatsApp are read from both kinds of phones, over several lines', () => {
    const iphone = [
      '[13/03/2024, 10:15:30] \u200eMessages and calls are end-to-end encrypted.',
      '[13/03/2024, 10:15:31] Ann Lee: The export fails',
      'again: since Monday',
      '[13/03/2024, 10:16:02] Support: \u200eimage omitted',
      '[13/03/2024, 10:17:00] Support: Which one?',
    ].join('\r\n');
    const { format, turns, skipped } = parseTranscript(iphone, 'Europe/Berlin');
    expect(format).toBe('whatsapp');
    expect(turns).toMatchObject([
      {
        speaker: 'Ann Lee',
        text: 'The export fails\nagain: since Monday',
        at: new Date('2024-03-13T09:15:31Z'),
      },
      { speaker: 'Support', text: 'Which one?' },
    ]);
    expect(skipped.map(({ line }) => line)).toEqual([1, 4]);
    expect(parseTranscript('13/03/24, 9:05 pm - Ann: Hi there').turns[0]).toMatchObject({
      speaker: 'Ann',
      at: new Date('2024-03-13T21:05:00Z'),
    });
    expect(() => parseTranscript('03/04/2024, 10:15 - Ann: Hi')).toThrow('day/month or month/day');
  });

  it('of Slack are read with their mentions and links as words', () => {
    const messages = [
      {
        type: 'message',
        subtype: 'channel_join',
        user: 'U1',
        text: '<@U1> has joined',
        ts: '1710324900.0001',
      },
      {
        type: 'message',
        user: 'U1',
        user_profile: { real_name: 'Ann' },
        text: '<@U2> see <https://x.org|this> &lt;b&gt;',
        ts: '1710324931.5',
      },
      { type: 'message', user: 'U2', text: '', ts: '1710324931.6' },
    ];
    const { turns, skipped } = parseTranscript(JSON.stringify(messages, null, 1));
    expect(turns).toMatchObject([{ speaker: 'Ann', text: '@U2 see this <b>', at: new Date(1710324931500) }]);
    expect(skipped.map(({ line }) => line)).toEqual([1, 3]);
  });

  it('of plain lines have their times before or behind the name, or none', () => {
    expect(saidIn('Ann: Hello\nBo: It is slow:\nvery slow')).toEqual([
      ['Ann', 'Hello'],
      ['Bo', 'It is slow:\nvery slow'],
    ]);
    const { turns } = parseTranscript('[00:01:02] Ann: Hello\n00:03 - Bo: Hi\nCy (01:00:00): Well');
    expect(turns.map(({ speaker, startMs }) => [speaker, startMs])).toEqual([
      ['Ann', 62_000],
      ['Bo', 3000],
      ['Cy', 3_600_000],
    ]);
    expect(() => parseTranscript('just some words\nand more')).toThrow('line 1');
  });

  it('of Whisper are read by segment', () => {
    const document = {
      text: 'x',
      segments: [
        { start: 0, end: 2.5, text: ' Hello ' },
        { start: 3, end: 4, text: ' ' },
      ],
    };
    const { turns, skipped } = parseTranscript(JSON.stringify(document));
    expect(turns).toMatchObject([{ speaker: null, text: 'Hello', startMs: 0, endMs: 2500 }]);
    expect(skipped).toHaveLength(1);
    expect(() => parseTranscript('{"a":1}')).toThrow('neither of Slack');
  });
});

const turn = (
  speaker: string | null,
  text: string,
  startMs: number | null = null,
  endMs = startMs,
): Turn => ({
  ...{ speaker, text, startMs, endMs, at: null, line: 1 },
});

describe('joinTurns', () => {
  it('joins what one speaker says in a row, until another speaks or a silence', () => {
    const turns = [
      turn('A', 'It is', 0, 1000),
      turn('A', 'slow.', 1500, 2000),
      turn('B', 'Yes?', 2500),
      turn('A', 'So.', 3000, 3100),
      turn('A', 'Later.', 60_000),
    ];
    expect(joinTurns(turns).map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['It is slow.', 0, 2000],
      ['Yes?', 2500, 2500],
      ['So.', 3000, 3100],
      ['Later.', 60_000, 60_000],
    ]);
  });

  it('loses no word, in any order of speakers', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}[.?]?$/);
    const turns = fc.array(fc.tuple(fc.constantFrom('A', 'B', null), words));
    fc.assert(
      fc.property(turns, (said) => {
        const before = said.map(([speaker, text]) => turn(speaker, text));
        const after = joinTurns(before);
        expect(after.map(({ text }) => text).join(' ')).toBe(before.map(({ text }) => text).join(' '));
        expect(after.length).toBeLessThanOrEqual(before.length);
      }),
    );
  });
});

describe('tellSides', () => {
  const sidesOf = (...args: Parameters<typeof tellSides>) =>
    Object.fromEntries([...tellSides(...args)].map(([name, { side, by }]) => [name, `${side} by ${by}`]));

  it('goes by names, domains and roles, and takes the rest for the other side', () => {
    const turns = [turn('Ann', 'a'), turn('Omar (Acme)', 'b')];
    expect(sidesOf(turns, { staff: ['ann'] })).toEqual({
      Ann: 'staff by name',
      'Omar (Acme)': 'customer by rest',
    });
    const mails = [turn('ann@us.example', 'a'), turn('bo@mail.us.example', 'b'), turn('cy@acme.com', 'c')];
    expect(Object.values(sidesOf(mails, { staffDomains: ['us.example'] }))).toEqual([
      'staff by domain',
      'staff by domain',
      'customer by domain',
    ]);
    expect(sidesOf([turn('Support Agent', 'a'), turn('Ann', 'b')])).toMatchObject({
      Ann: 'customer by rest',
    });
  });

  it('goes by questions between two, and owns up to knowing nothing', () => {
    const interview = ['A?', 'B?', 'C?'].flatMap((question) => [turn('Q', question), turn('P', 'Well.')]);
    expect(sidesOf(interview)).toEqual({ Q: 'staff by questions', P: 'customer by questions' });
    expect(sidesOf([turn('X', 'Hello?'), turn('Y', 'Hello.')])).toEqual({
      X: 'unknown by nothing',
      Y: 'unknown by nothing',
    });
  });
});

it.each([
  ['empty lines', '\n'],
  ['tags that never end', '<v a'],
  ['blanks', ' '],
  ['question marks', '? '],
  ['brackets', '[('],
  ['arrows', '1\n-->'],
  ['turns without an end', 'A: b\n'],
])('reads a megabyte of %s at once', (_what, piece) => {
  for (const start of ['', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', 'Ann: ', '15/01/2026, 09:41 - Ann: ']) {
    try {
      const { turns } = parseTranscript(`${start}${piece.repeat(1_000_000 / piece.length)}`);
      tellSides(turns);
      joinTurns(turns);
    } catch (error) {
      expect(error).toBeInstanceOf(TranscriptProblem);
    }
  }
});

it('no text makes it fail but in words', () => {
  const pieces = fc.constantFrom(
    'WEBVTT\n\n',
    '00:01.000 --> 00:02.000\n',
    '<v Ann>',
    '1\n',
    'Ann: ',
    '[13/03/2024, 10:15:30] ',
    '15/01/2026, 09:41 - Ann: ',
    'null',
    '\u200e',
    '<v Bo>',
    '</v>',
    '{',
    '[{',
    '\n',
    'words',
    '-->',
    '0:0:1.1,0:0:2.2\n',
  );
  const contents = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(contents, (content) => {
      try {
        for (const { text, line } of parseTranscript(content).turns) {
          expect(text.trim()).not.toBe('');
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(content.split(/\r\n|\r|\n/).length);
        }
      } catch (error) {
        if (!(error instanceof TranscriptProblem)) throw error;
      }
    }),
  );
});
