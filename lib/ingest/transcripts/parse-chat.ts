import type { DateFormat } from '@/lib/ingest/csv/date-formats';
import { detectDateFormat } from '@/lib/ingest/csv/detect-date-format';
import { parseDate } from '@/lib/ingest/csv/parse-date';
import { parseClock } from '@/lib/ingest/transcripts/clock';
import { splitSpeaker } from '@/lib/ingest/transcripts/speaker-prefix';
import {
  type Skipped,
  type Transcript,
  TranscriptProblem,
  type Turn,
} from '@/lib/ingest/transcripts/transcript';

// iPhone: "[12/03/2024, 10:15:30] Ann: text". Android: "12/03/2024, 10:15 - Ann: text". Marks of direction stand between.
const WHATSAPP_START =
  /^[\u200e\u200f\ufeff]*\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),? (\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[ap]\.?m\.?)?)\]?(?: -)? /i;
const OMITTED =
  /^[\u200e\u200f]*<?(?:media|image|video|audio|sticker|gif|document|contact card)[^>]{0,20} omitted>?$/i;

/** Whether a text begins like an export of WhatsApp. */
export const isWhatsApp = (content: string): boolean =>
  content.split(/\r?\n/, 20).some((line) => WHATSAPP_START.test(line));

/**
 * Reads an export of WhatsApp. Lines without a date go on with the message before; notices and left-out media are skipped.
 * @param timeZone of the phone, IANA; UTC unless given
 * @throws TranscriptProblem where 03/04 may be March or April in every line.
 */
export function parseWhatsApp(content: string, timeZone?: string): Transcript {
  const lines = content.split(/\r?\n/);
  const days = lines.flatMap((line) => WHATSAPP_START.exec(line)?.[1] ?? []);
  const format = findDayFormat(days);
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    const start = WHATSAPP_START.exec(line);
    if (!start) {
      const last = turns.at(-1);
      if (goesOn && last && line.trim() !== '') last.text = `${last.text}\n${line.trim()}`;
      continue;
    }
    const [whole, day = '', time = ''] = start;
    const split = splitSpeaker(line.slice(whole.length).replace(/^[\u200e\u200f]+/, ''));
    goesOn = split !== null && !OMITTED.test(split.text);
    if (split && goesOn) {
      const at = parseDate(`${day} ${plainClock(time)}`, format, timeZone);
      const place = { startMs: null, endMs: null, line: index + 1 };
      turns.push({ ...split, ...place, at: 'date' in at ? at.date : null });
    } else {
      const reason = split ? 'media that the export leaves out' : 'a notice of WhatsApp';
      skipped.push({ line: index + 1, reason });
    }
  }
  return { format: 'whatsapp', turns, skipped };
}

/** How the phone writes days. @throws TranscriptProblem where every day may be read in two ways. */
function findDayFormat(days: readonly string[]): DateFormat {
  const detected = detectDateFormat(days);
  if (detected.kind === 'found') return detected.format;
  // No phone puts a year of two digits first.
  const candidates = detected.kind === 'ambiguous' ? detected.candidates.map(({ format }) => format) : [];
  const [format, ...others] = candidates.filter((candidate) => candidate !== '20yy-month-day');
  if (format && others.length === 0) return format;
  const why = format ? 'may be read as day/month or month/day' : 'cannot be read';
  throw new TranscriptProblem(
    `The days of this chat (${days[0] ?? 'none'}) ${why}. Export a longer stretch of it.`,
  );
}

/** "10.15 p. m." as "10:15 pm". */
const plainClock = (time: string) =>
  time
    .replace(/(\d)\.(\d)/g, '$1:$2')
    .replace('\u202f', ' ')
    .replace(/([ap])\.?m\.?$/i, '$1m');

const CLOCK_BEFORE = /^\s*[[(]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?\s*[-–]?\s*/;
const CLOCK_AFTER = /^([^:]{1,60}?)\s*[[(](\d{1,2}:\d{2}(?::\d{2})?)[\])]\s*:?\s*/;

/** Reads lines "Name: text", with or without a time before or behind the name; other lines go on with what is said. */
export function parsePlain(content: string): Transcript {
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  content.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/^\ufeff/, '').trim();
    if (line === '') return;
    const after = CLOCK_AFTER.exec(line);
    const before = after ? null : CLOCK_BEFORE.exec(line);
    const rest = after ? `${after[1]}: ${line.slice(after[0].length)}` : line.slice(before?.[0].length ?? 0);
    const split = splitSpeaker(rest);
    const last = turns.at(-1);
    if (split) {
      const startMs = parseClock(after?.[2] ?? before?.[1] ?? '');
      turns.push({ ...split, startMs, endMs: null, at: null, line: index + 1 });
    } else if (last) last.text = `${last.text}\n${line}`;
    else skipped.push({ line: index + 1, reason: 'a text before anybody is named' });
  });
  return { format: 'plain', turns, skipped };
}
