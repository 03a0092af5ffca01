import { parseClock } from '@/lib/ingest/transcripts/clock';
import { findSpeakers, splitSpeaker } from '@/lib/ingest/transcripts/speaker-prefix';
import type { Skipped, Transcript, Turn } from '@/lib/ingest/transcripts/transcript';

const CLOCK_BEFORE = /^\s*[[(]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?\s*[-–]?\s*/;
const CLOCK_AFTER = /^([^:]{1,60}?)\s*[[(](\d{1,2}:\d{2}(?::\d{2})?)[\])]\s*:?\s*/;

interface PlainLine {
  number: number;
  whole: string;
  /** Without its time. */
  text: string;
  clock: string | null;
}

/**
 * Reads lines "Name: text", with or without a time before or behind the name; other lines go on with what is said. A line
 * with a time names its speaker by itself, another where the whole text does so ({@link findSpeakers}).
 */
export function parsePlain(content: string): Transcript {
  const lines = content.split(/\r?\n/).flatMap((raw, index) => readLine(raw, index + 1));
  const speakers = findSpeakers(lines.map(({ text }) => text));
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  for (const { number, whole, text, clock } of lines) {
    const split = splitSpeaker(text);
    const last = turns.at(-1);
    if (split && (clock !== null || speakers.has(split.speaker))) {
      turns.push({ ...split, startMs: parseClock(clock ?? ''), endMs: null, at: null, line: number });
    } else if (last) last.text = `${last.text}\n${whole}`;
    else skipped.push({ line: number, reason: 'a text before anybody is named' });
  }
  return { format: 'plain', turns, skipped };
}

function readLine(raw: string, number: number): PlainLine[] {
  const whole = raw.replace(/^\ufeff/, '').trim();
  if (whole === '') return [];
  const after = CLOCK_AFTER.exec(whole);
  if (after) {
    const text = `${after[1]}: ${whole.slice(after[0].length)}`;
    return [{ number, whole, text, clock: after[2] ?? null }];
  }
  const before = CLOCK_BEFORE.exec(whole);
  return [{ number, whole, text: whole.slice(before?.[0].length ?? 0), clock: before?.[1] ?? null }];
}
