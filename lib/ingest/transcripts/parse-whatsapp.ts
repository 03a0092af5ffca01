import type { DateFormat } from '@/lib/ingest/csv/date-formats';
import { detectDateFormat } from '@/lib/ingest/csv/detect-date-format';
import { parseDate } from '@/lib/ingest/csv/parse-date';
import {
  type Skipped,
  type Transcript,
  TranscriptProblem,
  type Turn,
} from '@/lib/ingest/transcripts/transcript';
import { readWhatsAppStart, readWhatsAppWords } from '@/lib/ingest/transcripts/whatsapp-line';

/** Lines that tell whether a text is a chat. */
const LINES_LOOKED_AT = 200;
/** Messages of many lines may leave so few that begin one. */
const SHARE_THAT_BEGINS = 0.1;

/**
 * Whether a text is an export of WhatsApp: its first line begins a message, or every other one does; somebody says
 * something in it, and it is no other text that happens to begin with a date.
 */
export function isWhatsApp(content: string): boolean {
  const lines = content.split(/\r?\n/, LINES_LOOKED_AT).filter((line) => line.trim() !== '');
  const starts = lines.map(readWhatsAppStart);
  const begun = starts.filter((start) => start !== null).length;
  if (!starts.some((start) => start !== null && start.speaker !== null)) return false;
  if (begun >= lines.length / 2) return true;
  return starts[0] !== null && begun >= 2 && begun >= lines.length * SHARE_THAT_BEGINS;
}

/**
 * Reads an export of WhatsApp. Lines without a date go on with the message before; notices, left-out media and messages
 * taken back are skipped, while the words under a picture are kept.
 * @param timeZone of the phone, IANA; UTC unless given
 * @throws TranscriptProblem where 03/04 may be March or April in every line.
 */
export function parseWhatsApp(content: string, timeZone?: string): Transcript {
  const lines = content.split(/\r?\n/);
  const format = findDayFormat(lines.flatMap((line) => readWhatsAppStart(line)?.day ?? []));
  const messages: (Turn & { reason?: string })[] = [];
  const skipped: Skipped[] = [];
  let goesOn = false;
  for (const [index, line] of lines.entries()) {
    const start = readWhatsAppStart(line);
    const last = messages.at(-1);
    if (start?.speaker) {
      const { words, ...left } = readWhatsAppWords(start.text);
      const at = parseDate(`${start.day} ${start.clock}`, format, timeZone);
      const place = { startMs: null, endMs: null, line: index + 1, at: 'date' in at ? at.date : null };
      messages.push({ speaker: start.speaker, text: words, ...place, ...left });
      goesOn = true;
    } else if (start) {
      skipped.push({ line: index + 1, reason: 'a notice of WhatsApp' });
      goesOn = false;
    } else if (goesOn && last && line.trim() !== '') {
      const { words } = readWhatsAppWords(line);
      if (words !== '') last.text = last.text === '' ? words : `${last.text}\n${words}`;
    } else if (line.trim() !== '' && !goesOn) {
      skipped.push({ line: index + 1, reason: 'a text that goes on with nobody’s message' });
    }
  }
  const turns: Turn[] = [];
  for (const { reason, ...turn } of messages) {
    if (turn.text === '') skipped.push({ line: turn.line, reason: reason ?? 'a message without text' });
    else turns.push(turn);
  }
  return { format: 'whatsapp', turns, skipped: skipped.toSorted((a, b) => a.line - b.line) };
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
