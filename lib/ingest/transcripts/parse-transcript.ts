import { parseCaptions } from '@/lib/ingest/transcripts/parse-captions';
import { parseJsonTranscript } from '@/lib/ingest/transcripts/parse-json';
import { parsePlain } from '@/lib/ingest/transcripts/parse-plain';
import { isWhatsApp, parseWhatsApp } from '@/lib/ingest/transcripts/parse-whatsapp';
import { type Transcript, TranscriptProblem } from '@/lib/ingest/transcripts/transcript';

const SBV_START = /^\d{1,4}:\d{1,2}:\d{1,2}\.\S{1,3},\d{1,4}:/m;
const SRT_TIMES = /^[ \t]*\d{1,4}:\d{1,2}:\d{1,2},\d{1,3}[ \t]*-->/m;

const JSON_START = /^(?:\{\s*["}]|\[\s*[{\]])/;

/**
 * Reads a transcript of whatever format it shows to be. Malformed parts are skipped and listed.
 * @param timeZone of a chat whose times name none, IANA; UTC unless given
 * @throws TranscriptProblem when there is nothing in it that somebody said.
 */
export function parseTranscript(content: string, timeZone?: string): Transcript {
  const transcript = read(content.replace(/^\ufeff/, ''), timeZone);
  if (transcript.turns.length > 0) return transcript;
  const [first] = transcript.skipped;
  throw new TranscriptProblem(
    first
      ? `Nothing in it can be read as something said; line ${first.line} is ${first.reason}.`
      : 'There is nothing in it that somebody said.',
  );
}

function read(content: string, timeZone: string | undefined): Transcript {
  const trimmed = content.trimStart();
  if (JSON_START.test(trimmed)) return parseJsonTranscript(parseJson(trimmed));
  if (/^WEBVTT(?=\s|$)/.test(trimmed)) return parseCaptions(content, 'webvtt');
  if (SRT_TIMES.test(content)) return parseCaptions(content, 'srt');
  if (content.includes('-->')) return parseCaptions(content, 'webvtt');
  if (SBV_START.test(content)) return parseCaptions(content, 'sbv');
  return isWhatsApp(content) ? parseWhatsApp(content, timeZone) : parsePlain(content);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new TranscriptProblem(`It begins as JSON, but is damaged: ${cause}. Export it again.`);
  }
}
