import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFile, hasDataSets, hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { parseTranscript } from '@/lib/ingest/transcripts/parse-transcript';
import { TranscriptProblem, type Turn } from '@/lib/ingest/transcripts/transcript';

describe.runIf(hasShapes('transcripts of Zoom, Teams and Gong'))('transcripts of vendors', () => {
  const read = (name: string) => parseTranscript(readFileSync(shapeFile(name), 'utf8'));

  it('of Zoom name their speakers before a colon', () => {
    const { format, turns } = read('zoom_transcript.vtt');
    expect(format).toBe('webvtt');
    expect(turns).toMatchObject([
      {
        speaker: 'Christina',
        text: expect.stringMatching(/^Thanks for joining/),
        startMs: 5790,
        endMs: 13514,
        line: 4,
      },
      { speaker: 'Omar (Acme)', text: 'Since the update, yes.' },
      { speaker: null, text: 'no speaker label on this cue' },
    ]);
  });

  it('of Teams name them by voice tags, and by JSON in their metadata', () => {
    expect(read('teams_transcript.vtt').turns).toMatchObject([
      { speaker: 'User Name', text: 'This is a transcript test.', startMs: 0, endMs: 5320 },
      { speaker: 'User Name', text: 'Second cue.', startMs: 16_246 },
    ]);
    expect(read('teams_transcript_metadata.vtt').turns).toMatchObject([
      { speaker: 'User Name', text: 'This is a transcript test.', at: new Date('2023-01-23T22:37:51.290Z') },
    ]);
  });

  it('of Gong are in milliseconds, or in seconds where sentences would else be over at once', () => {
    const { turns } = read('gong_transcript.json');
    expect(turns).toMatchObject([{ speaker: '6432345678555530067', startMs: 460_230, endMs: 462_343 }]);
    const sentences = [{ start: 460.23, end: 462.343, text: 'Wait.' }];
    const inSeconds = { callTranscripts: [{ transcript: [{ speakerId: '1', sentences }] }] };
    expect(parseTranscript(JSON.stringify(inSeconds)).turns[0]).toMatchObject({
      startMs: 460_230,
      endMs: 462_343,
    });
  });
});

describe('a cue', () => {
  const saidIn = (...cue: string[]) =>
    parseTranscript(['WEBVTT', '', '00:01.000 --> 00:04.000', ...cue].join('\n')).turns.map(
      ({ speaker, text }) => [speaker, text],
    );

  it('with several voices is what each of them says', () => {
    expect(saidIn('<v Anna>It is slow.</v> <v.loud Sam>Since when?</v>')).toEqual([
      ['Anna', 'It is slow.'],
      ['Sam', 'Since when?'],
    ]);
    expect(saidIn('<v Anna>It is', 'slow. <v Sam>Since <i>when</i>?')).toEqual([
      ['Anna', 'It is slow.'],
      ['Sam', 'Since when?'],
    ]);
    expect(saidIn('Before. <v Anna>Slow</v>!', '[noise]')).toEqual([
      [null, 'Before.'],
      ['Anna', 'Slow'],
      [null, '! [noise]'],
    ]);
  });

  it('with a line for each speaker is what each of them says', () => {
    expect(saidIn('- Anna: It is slow.', '- Sam: Since when,', 'please?')).toEqual([
      ['Anna', 'It is slow.'],
      ['Sam', 'Since when, please?'],
    ]);
    expect(saidIn('ann@acme.com: It is slow,', 'really.')).toEqual([['ann@acme.com', 'It is slow, really.']]);
  });
});

describe.runIf(hasDataSets('files of captions'))('files of captions', () => {
  const folder = 'vtt_srt_fixtures';
  const read = (name: string) => parseTranscript(readFileSync(dataFile(`${folder}/${name}`), 'utf8'));

  it.each([
    ['sample.vtt', 16, 0],
    ['sample.srt', 5, 0],
    ['sample.sbv', 5, 0],
    ['captions_with_bom.vtt', 4, 0],
    ['comments.vtt', 3, 0],
    ['using_identifiers.vtt', 6, 0],
    ['metadata_headers.vtt', 2, 0],
    ['metadata_headers_multiline.vtt', 2, 0],
    ['styles.vtt', 1, 0],
    ['cue_tags.vtt', 3, 0],
    ['one_caption.srt', 1, 0],
    ['two_captions.sbv', 2, 0],
    ['invalid.vtt', 7, 0],
    ['missing_caption_text.vtt', 4, 1],
    ['missing_caption_text.srt', 4, 1],
    ['missing_caption_text.sbv', 4, 1],
    ['missing_timeframe.vtt', 6, 1],
    ['missing_timeframe.srt', 4, 1],
    ['missing_timeframe.sbv', 4, 1],
    ['invalid_timeframe.vtt', 6, 1],
    ['invalid_timeframe.srt', 5, 0],
    ['invalid_timeframe.sbv', 4, 1],
    ['invalid_timeframe_in_cue_text.vtt', 3, 1],
  ])('%s has %i captions and %i that cannot be read', (name, turns, skipped) => {
    const transcript = read(name);
    expect([transcript.turns.length, transcript.skipped.length]).toEqual([turns, skipped]);
  });

  it.each([
    'empty.vtt',
    'no_captions.vtt',
    'invalid_format1.srt',
    'invalid_format2.srt',
    'invalid_format3.srt',
    'invalid_format4.srt',
    'invalid_format.sbv',
  ])('%s is refused with the reason', (name) => expect(() => read(name)).toThrow(TranscriptProblem));

  it('every file is read or refused, and no words of a tag, style or note are left', () => {
    for (const name of readdirSync(dataFile(folder)).filter((file) => !file.endsWith('.md'))) {
      let turns: Turn[] = [];
      try {
        turns = read(name).turns;
      } catch (error) {
        expect(error).toBeInstanceOf(TranscriptProblem);
      }
      for (const { text } of turns) {
        expect(text).not.toMatch(/-->|<\/?c[.>]|::cue|^NOTE |^WEBVTT/);
        expect(text.trim()).not.toBe('');
      }
    }
  });

  it('says the line that it passed over', () => {
    expect(read('invalid_timeframe.vtt').skipped).toEqual([
      { line: 6, reason: '"00:00:07.000 --> 00:00:1d.890" is no pair of times' },
    ]);
  });
});
