import { parseClock } from '@/lib/ingest/transcripts/clock';
import { takePrefixedSpeakers } from '@/lib/ingest/transcripts/speaker-prefix';
import type { Skipped, Transcript, Turn } from '@/lib/ingest/transcripts/transcript';

type CaptionFormat = 'webvtt' | 'srt' | 'sbv';

interface Line {
  number: number;
  text: string;
}

const ARROW = '-->';
const SBV_TIMES = /^(\d{1,4}:\d{1,2}:\d{1,2}\.\S{1,3}),(\d{1,4}:\d{1,2}:\d{1,2}\.\S{1,3})$/;
const HEADER_BLOCK = /^(WEBVTT|NOTE|STYLE|REGION)(?=\s|$)/;

/**
 * Reads WebVTT, SRT and SBV as far as they can be read. Each caption is a turn; a voice tag (`<v Name>`), the JSON of
 * Teams or "Name:" at its beginning says who speaks. A caption without text or with times that are none is skipped.
 */
export function parseCaptions(content: string, format: CaptionFormat): Transcript {
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  let lastLine = '';
  for (const block of splitBlocks(content)) {
    const [first] = block;
    if (first && format === 'webvtt' && HEADER_BLOCK.test(first.text) && !hasTimes(block)) continue;
    for (const { times, lines } of splitCues(block, format)) {
      const place = (times ?? lines[0])?.number ?? 0;
      const read = times && parseTimes(times.text, format);
      if (!times) skipped.push({ line: place, reason: 'a text without a time' });
      else if (!read)
        skipped.push({ line: place, reason: `"${times.text.trim().slice(0, 60)}" is no pair of times` });
      // Captions that roll repeat the line before them.
      const fresh = lines[0]?.text.trim() === lastLine ? lines.slice(1) : lines;
      const spoken = read ? toTurns(fresh, read, place) : [];
      if (spoken.length > 0) turns.push(...spoken);
      else if (read && lines.length === 0) skipped.push({ line: place, reason: 'a time without a text' });
      if (read) lastLine = lines.at(-1)?.text.trim() ?? '';
    }
  }
  return { format, turns: takePrefixedSpeakers(turns), skipped };
}

function splitBlocks(content: string): Line[][] {
  const blocks: Line[][] = [[]];
  content.split(/\r\n|\r|\n/).forEach((text, index) => {
    if (text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push({ number: index + 1, text });
  });
  return blocks.filter((block) => block.length > 0);
}

const isTimes = (text: string, format: CaptionFormat) =>
  format === 'sbv' ? SBV_TIMES.test(text.trim()) : text.includes(ARROW);
const hasTimes = (block: Line[]) => block.some(({ text }) => text.includes(ARROW));

/** A block holds one cue; where it holds several times, each begins one. What stands before the first names the cue. */
function splitCues(block: Line[], format: CaptionFormat): { times: Line | null; lines: Line[] }[] {
  const starts = block.flatMap(({ text }, at) => (isTimes(text, format) ? [at] : []));
  if (starts.length === 0) return [{ times: null, lines: block }];
  return starts.map((start, index) => ({
    times: block[start] ?? null,
    lines: block.slice(start + 1, starts[index + 1] ?? block.length),
  }));
}

function parseTimes(text: string, format: CaptionFormat): { startMs: number; endMs: number | null } | null {
  const [start = '', rest = ''] = format === 'sbv' ? text.trim().split(',') : text.split(ARROW);
  // After the end WebVTT has settings: position, align.
  const [startMs, endMs] = [parseClock(start), parseClock(rest.trim().split(/\s+/)[0] ?? '')];
  if (startMs === null || endMs === null) return null;
  return { startMs, endMs: endMs >= startMs ? endMs : null };
}

function toTurns(lines: Line[], times: { startMs: number; endMs: number | null }, line: number): Turn[] {
  const raw = lines.map(({ text }) => text.trim()).join(' ');
  const spoken = readTeamsJson(raw);
  if (spoken) return [{ ...times, ...spoken, line }];
  if (VOICE.test(raw)) return splitVoices(raw).map((said) => ({ ...times, ...said, at: null, line }));
  // Lines stay apart until it is known whether they name their speakers.
  const text = lines.flatMap((each) => plainText(each.text) || []).join('\n');
  return text === '' ? [] : [{ ...times, speaker: null, text, at: null, line }];
}

const VOICE = /<v(?:\.[^\s<>]{0,100})?\s{1,4}([^<>]{1,200})>/;
/** A mark without a word after the end of a voice still belongs to it. */
const HAS_WORD = /[\p{L}\p{N}]/u;

/** Every voice span of a cue says what one person says; what stands outside of them, nobody. */
function splitVoices(raw: string): Pick<Turn, 'speaker' | 'text'>[] {
  const said: Pick<Turn, 'speaker' | 'text'>[] = [];
  for (const piece of raw.split(/(?=<v[.\s])/)) {
    const voice = VOICE.exec(piece);
    const [spoken = '', ...outside] = voice?.index === 0 ? piece.split(/<\/v\s{0,4}>/) : ['', piece];
    const name = plainText(voice?.[1] ?? '');
    add(name === '' ? null : name, plainText(spoken));
    add(null, plainText(outside.join(' ')));
  }
  return said;

  function add(speaker: string | null, text: string) {
    const last = said.at(-1);
    if (text === '') return;
    if (last && !HAS_WORD.test(text)) last.text = `${last.text}${text}`;
    else said.push({ speaker, text });
  }
}

/** What Teams writes into the captions of its metadata. */
function readTeamsJson(raw: string): Pick<Turn, 'speaker' | 'text' | 'at'> | null {
  if (!raw.startsWith('{')) return null;
  try {
    const { speakerName, spokenText, startDateTime } = JSON.parse(raw) as Record<string, unknown>;
    if (typeof spokenText !== 'string' || spokenText.trim() === '') return null;
    const at = typeof startDateTime === 'string' ? new Date(startDateTime) : null;
    return {
      speaker: typeof speakerName === 'string' && speakerName !== '' ? speakerName : null,
      text: spokenText.trim(),
      at: at && !Number.isNaN(at.getTime()) ? at : null,
    };
  } catch {
    return null;
  }
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  lrm: '',
  rlm: '',
};

/** Without tags (voice, class, time, bold), with entities as characters. */
function plainText(raw: string): string {
  return raw
    .replace(/<\/?(?:[a-z][^<>]{0,200}|\d[\d:.]{0,20})>/gi, '')
    .replace(/&(amp|lt|gt|nbsp|quot|lrm|rlm);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
