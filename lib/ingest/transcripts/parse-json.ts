import { z } from 'zod';
import { gongSchema, readGong } from '@/lib/ingest/transcripts/parse-gong';
import { isSlack, readSlack } from '@/lib/ingest/transcripts/parse-slack';
import {
  type Skipped,
  TIME_IS_LOST,
  type Transcript,
  TranscriptProblem,
  type Turn,
} from '@/lib/ingest/transcripts/transcript';
import { readSeconds } from '@/lib/ingest/transcripts/written-seconds';

const whisperSchema = z.looseObject({ segments: z.array(z.unknown()) });
const segmentSchema = z.looseObject({
  start: z.unknown().optional(),
  end: z.unknown().optional(),
  text: z.string().optional().catch(undefined),
  speaker: z.string().nullish().catch(null),
});

/**
 * Reads the JSON of Slack (an export of one channel), Gong (call transcripts) and Whisper (segments), entry by entry: one
 * that is malformed is passed over and listed.
 * @throws TranscriptProblem for other JSON.
 */
export function parseJsonTranscript(document: unknown): Transcript {
  if (Array.isArray(document) && isSlack(document)) return readSlack(document);
  const gong = gongSchema.safeParse(document);
  if (gong.success) return readGong(gong.data);
  const whisper = whisperSchema.safeParse(document);
  if (whisper.success) return readWhisper(whisper.data.segments);
  throw new TranscriptProblem(
    elsewhere(document) ?? 'This JSON is neither of Slack, nor of Gong, nor of Whisper.',
  );
}

/** What Teams and Zoom say of a transcript that is to be fetched from them. */
const teamsSchema = z.object({ value: z.array(z.object({ transcriptContentUrl: z.string() })).min(1) });
const zoomSchema = z.object({ event: z.literal('recording.transcript_completed') });

/** Where the words are that a document only speaks of. */
function elsewhere(document: unknown): string | null {
  if (teamsSchema.safeParse(document).success) {
    return 'This lists transcripts of Teams and holds none of their words: fetch transcriptContentUrl as text/vtt and bring that file.';
  }
  if (zoomSchema.safeParse(document).success) {
    return 'This says that Zoom has a transcript and holds none of its words: download its .vtt file and bring that.';
  }
  return null;
}

function readWhisper(segments: readonly unknown[]): Transcript {
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  for (const [index, entry] of segments.entries()) {
    const line = index + 1;
    const segment = segmentSchema.safeParse(entry);
    const text = segment.data?.text?.trim() ?? '';
    if (!segment.success) skipped.push({ line, reason: 'no segment of Whisper' });
    else if (text === '') skipped.push({ line, reason: 'a segment without text' });
    else {
      const [startMs, endMs] = [toMs(segment.data.start), toMs(segment.data.end)];
      if (startMs === null) skipped.push({ line, reason: TIME_IS_LOST });
      turns.push({ speaker: segment.data.speaker ?? null, text, startMs, endMs, at: null, line });
    }
  }
  return { format: 'whisper', turns, skipped };
}

function toMs(written: unknown): number | null {
  const seconds = readSeconds(written);
  return seconds === null ? null : Math.round(seconds * 1000);
}
