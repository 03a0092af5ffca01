import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';
import { tellSides } from '@/lib/ingest/transcripts/tell-sides';

const parse = (document: unknown) => parseTranscript(JSON.stringify(document));
const message = (user: string, text: string, more: object = {}) => ({
  ...{ type: 'message', user, text, ts: '1710324931.5' },
  ...more,
});

describe('JSON of which a part is malformed', () => {
  it('of Whisper is read segment by segment', () => {
    const { turns, skipped } = parse({
      segments: [
        { start: 0, end: 1, text: 'One' },
        { start: 1, end: 2 },
        { start: 'x', end: 3, text: 'Three' },
        { start: null, end: 4, text: 'Four' },
        { start: '4.5', end: 5, text: 'Five' },
        'six',
      ],
    });
    expect(turns.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['One', 0, 1000],
      ['Three', null, 3000],
      ['Four', null, 4000],
      ['Five', 4500, 5000],
    ]);
    expect(skipped.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 a segment without text',
      '3 its time cannot be read; the words are kept',
      '4 its time cannot be read; the words are kept',
      '6 no segment of Whisper',
    ]);
  });

  it('of Slack is read message by message', () => {
    const { format, turns, skipped } = parse([message('U1', 'Slow'), 7, { a: 1 }, message('U1', 'Really')]);
    expect(format).toBe('slack');
    expect(turns.map(({ text }) => text)).toEqual(['Slow', 'Really']);
    expect(skipped).toEqual([
      { line: 2, reason: 'no message of Slack' },
      { line: 3, reason: 'no message of Slack' },
    ]);
  });

  it('of Gong is read sentence by sentence', () => {
    const sentences = [{ start: 1000, end: 2000, text: 'Slow' }, { start: 2000 }, { text: 'Really' }];
    const { turns, skipped } = parse({
      callTranscripts: [{ transcript: [{ speakerId: 1, sentences }, null] }],
    });
    expect(turns).toMatchObject([
      { speaker: '1', text: 'Slow', startMs: 1000 },
      { speaker: '1', text: 'Really', startMs: null },
    ]);
    expect(skipped.map(({ line }) => line)).toEqual([1, 1, 2]);
  });

  it('is said to be malformed where it is', () => {
    expect(() => parseTranscript('[{"type":"message","text":"Slow"')).toThrow('begins as JSON');
    expect(() => parseTranscript('{"segments": [')).toThrow('begins as JSON');
    expect(() => parse([{ a: 1 }])).toThrow('neither of Slack');
  });
});

describe('people', () => {
  it('of Slack are one by their id, whichever messages name them', () => {
    const { turns } = parse([
      message('U1', 'Slow'),
      message('U1', 'Really', { user_profile: { real_name: 'Anna Cust' } }),
      message('U2', 'Oh', { user_profile: { real_name: 'Anna Cust' } }),
      message('U3', 'See <@U1>'),
    ]);
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Anna Cust', 'Slow'],
      ['Anna Cust', 'Really'],
      ['Anna Cust (U2)', 'Oh'],
      ['U3', 'See @Anna Cust'],
    ]);
  });

  it.each(['beside', 'within', 'extensive'])(
    'of Gong are named by the parties of the call, %s it',
    (where) => {
      const parties = [
        { speakerId: '1', name: 'Sam', emailAddress: 'sam@us.example', affiliation: 'Internal' },
        { speakerId: '2', name: 'Ann', emailAddress: 'Ann@Acme.example', affiliation: 'External' },
      ];
      const say = (speakerId: string, start: number, text: string) => ({
        speakerId,
        sentences: [{ start, end: start + 1000, text }],
      });
      const transcript = [say('1', 0, 'Hello'), say('2', 2000, 'It is slow'), say('3', 4000, 'Yes')];
      const metaData = { id: '7', started: '2026-05-01T10:00:00Z' };
      const { turns, people } = parse({
        callTranscripts: [{ callId: '7', transcript, ...(where === 'within' ? { parties, metaData } : {}) }],
        ...(where === 'beside' ? { parties, metaData } : {}),
        ...(where === 'extensive' ? { calls: [{ parties: [] }, { parties, metaData }] } : {}),
      });
      expect(turns).toMatchObject([
        { speaker: 'Sam' },
        { speaker: 'Ann', at: new Date('2026-05-01T10:00:02Z') },
        { speaker: '3' },
      ]);
      expect(people?.get('Ann')).toEqual({ name: 'Ann', email: 'ann@acme.example', side: 'customer' });
      expect([...tellSides(turns, { people })]).toMatchObject([
        ['Sam', { side: 'staff', by: 'file' }],
        ['Ann', { side: 'customer', by: 'file' }],
        ['3', { side: 'unknown' }],
      ]);
    },
  );
});
