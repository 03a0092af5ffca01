import { z } from 'zod';
import {
  type Skipped,
  type Transcript,
  TranscriptProblem,
  type Turn,
} from '@/lib/ingest/transcripts/transcript';

const slackSchema = z.array(
  z.looseObject({
    type: z.string().optional(),
    subtype: z.string().optional(),
    user: z.string().optional(),
    text: z.string().optional(),
    ts: z.string().optional(),
    user_profile: z.looseObject({ real_name: z.string().optional(), name: z.string().optional() }).optional(),
  }),
);

const gongSchema = z.looseObject({
  callTranscripts: z.array(
    z.looseObject({
      callId: z.string().optional(),
      transcript: z.array(
        z.looseObject({
          speakerId: z.coerce.string().optional(),
          sentences: z.array(z.looseObject({ start: z.number(), end: z.number(), text: z.string() })),
        }),
      ),
    }),
  ),
});

const whisperSchema = z.looseObject({
  segments: z.array(
    z.looseObject({
      start: z.number(),
      end: z.number(),
      text: z.string(),
      speaker: z.string().nullish(),
    }),
  ),
});

/**
 * Reads the JSON of Slack (an export of one channel), Gong (call transcripts) and Whisper (segments).
 * @throws TranscriptProblem for other JSON.
 */
export function parseJsonTranscript(document: unknown): Transcript {
  const slack = slackSchema.safeParse(document);
  if (slack.success) return readSlack(slack.data);
  const gong = gongSchema.safeParse(document);
  if (gong.success) return readGong(gong.data);
  const whisper = whisperSchema.safeParse(document);
  if (whisper.success) return readWhisper(whisper.data);
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

function readSlack(messages: z.output<typeof slackSchema>): Transcript {
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  for (const [index, { subtype, user, text = '', ts, user_profile: profile }] of messages.entries()) {
    const line = index + 1;
    const words = slackText(text);
    const isNotice = subtype !== undefined && subtype !== 'thread_broadcast';
    if (isNotice || words === '') {
      skipped.push({ line, reason: isNotice ? `a notice of Slack (${subtype})` : 'a message without text' });
      continue;
    }
    const seconds = Number(ts);
    turns.push({
      speaker: profile?.real_name || profile?.name || user || null,
      text: words,
      ...{ startMs: null, endMs: null, line },
      at: ts && Number.isFinite(seconds) ? new Date(seconds * 1000) : null,
    });
  }
  return { format: 'slack', turns, skipped };
}

/** Links by their words, mentions as "@…", entities as characters. */
function slackText(text: string): string {
  return text
    .replace(
      /<[@#!]([^<>|]{1,200})(?:\|([^<>]{1,200}))?>/g,
      (_, id: string, name?: string) => `@${name ?? id}`,
    )
    .replace(/<([^<>|]{1,2000})\|([^<>]{1,2000})>/g, '$2')
    .replace(/<(https?:[^<>]{1,2000}|mailto:[^<>]{1,2000})>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** Sentences of fewer units than this on average are told in seconds, not in milliseconds. */
const LONGEST_SENTENCE_SECONDS = 100;

function readGong({ callTranscripts }: z.output<typeof gongSchema>): Transcript {
  if (callTranscripts.length !== 1) {
    throw new TranscriptProblem(`It holds ${callTranscripts.length} calls. Send them one by one.`);
  }
  const monologues = callTranscripts[0]?.transcript ?? [];
  const all = monologues.flatMap(({ sentences }) => sentences);
  const mean = all.reduce((sum, { start, end }) => sum + (end - start), 0) / Math.max(1, all.length);
  const toMs = mean < LONGEST_SENTENCE_SECONDS ? 1000 : 1;
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  monologues.forEach(({ speakerId, sentences }, index) => {
    const spoken = sentences.filter(({ text }) => text.trim() !== '');
    if (spoken.length === 0) skipped.push({ line: index + 1, reason: 'a turn without text' });
    for (const { start, end, text } of spoken) {
      turns.push({
        speaker: speakerId ?? null,
        text: text.trim(),
        startMs: Math.round(start * toMs),
        endMs: Math.round(end * toMs),
        at: null,
        line: index + 1,
      });
    }
  });
  return { format: 'gong', turns, skipped };
}

function readWhisper({ segments }: z.output<typeof whisperSchema>): Transcript {
  const turns: Turn[] = [];
  const skipped: Skipped[] = [];
  for (const [index, { start, end, text, speaker }] of segments.entries()) {
    const line = index + 1;
    if (text.trim() === '') {
      skipped.push({ line, reason: 'a segment without text' });
      continue;
    }
    const times = { startMs: Math.round(start * 1000), endMs: Math.round(end * 1000), at: null };
    turns.push({ speaker: speaker ?? null, text: text.trim(), ...times, line });
  }
  return { format: 'whisper', turns, skipped };
}
