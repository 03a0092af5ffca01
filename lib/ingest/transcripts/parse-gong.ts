import { z } from 'zod';
import {
  type Skipped,
  type SpeakerDetails,
  TIME_IS_LOST,
  type Transcript,
  TranscriptProblem,
  type Turn,
} from '@/lib/ingest/transcripts/transcript';
import { readSeconds } from '@/lib/ingest/transcripts/written-seconds';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const word = id.optional().catch(undefined);
const list = z.array(z.unknown()).catch([]);
const callSchema = z.looseObject({
  callId: word,
  transcript: list,
  parties: list,
  metaData: z
    .looseObject({ started: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
const monologueSchema = z.looseObject({ speakerId: word, sentences: z.array(z.unknown()) });
const sentenceSchema = z.looseObject({
  text: z.string(),
  start: z.unknown().optional(),
  end: z.unknown().optional(),
});
const partySchema = z.looseObject({
  speakerId: id,
  name: z.string().trim().min(1).optional().catch(undefined),
  emailAddress: z.email().toLowerCase().optional().catch(undefined),
  affiliation: z.string().optional().catch(undefined),
});

/** The answer of `/v2/calls/transcript`; who speaks may stand beside it, within the call, or as `/v2/calls/extensive` has it. */
export const gongSchema = z.looseObject({
  callTranscripts: z.array(z.unknown()),
  calls: list,
  parties: list,
  metaData: z.unknown().optional(),
});

/** Sentences of fewer units than this on average are told in seconds, not in milliseconds. */
const LONGEST_SENTENCE_SECONDS = 100;

interface Sentence {
  speakerId: string | undefined;
  text: string;
  start: number | null;
  end: number | null;
  line: number;
}

/**
 * Reads a call of Gong sentence by sentence; of what is malformed the rest is kept.
 * @throws TranscriptProblem where it holds several calls, or none.
 */
export function readGong({ callTranscripts, ...beside }: z.output<typeof gongSchema>): Transcript {
  if (callTranscripts.length !== 1) {
    throw new TranscriptProblem(`It holds ${callTranscripts.length} calls. Send them one by one.`);
  }
  const call = callSchema.catch({ transcript: [], parties: [] }).parse(callTranscripts[0]);
  const extensive = beside.calls.flatMap((each) => callSchema.safeParse(each).data ?? []);
  const sources = [call, callSchema.safeParse(beside).data, ...extensive];
  const parties = readParties(sources.flatMap((source) => source?.parties ?? []));
  const begun = Date.parse(sources.flatMap((source) => source?.metaData?.started ?? [])[0] ?? '');
  const skipped: Skipped[] = [];
  const sentences = call.transcript.flatMap((monologue, index) =>
    readMonologue(monologue, index + 1, skipped),
  );
  const toMs = unitOf(sentences);
  const turns = sentences.map(({ speakerId, text, start, end, line }): Turn => {
    const startMs = start === null ? null : Math.round(start * toMs);
    const speaker = speakerId === undefined ? null : (parties.get(speakerId)?.speaker ?? speakerId);
    const at = Number.isNaN(begun) || startMs === null ? null : new Date(begun + startMs);
    return { speaker, text, startMs, endMs: end === null ? null : Math.round(end * toMs), at, line };
  });
  const people = new Map([...parties.values()].map(({ speaker, details }) => [speaker, details]));
  return { format: 'gong', turns, skipped, people };
}

function unitOf(sentences: readonly Sentence[]): number {
  const lengths = sentences.flatMap(({ start, end }) => (start === null || end === null ? [] : end - start));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return mean < LONGEST_SENTENCE_SECONDS ? 1000 : 1;
}

function readMonologue(entry: unknown, line: number, skipped: Skipped[]): Sentence[] {
  const monologue = monologueSchema.safeParse(entry);
  if (!monologue.success) {
    skipped.push({ line, reason: 'no turn of Gong' });
    return [];
  }
  const { speakerId, sentences } = monologue.data;
  if (sentences.length === 0) skipped.push({ line, reason: 'a turn without text' });
  return sentences.flatMap((each) => {
    const sentence = sentenceSchema.safeParse(each);
    const text = sentence.success ? sentence.data.text.trim() : '';
    if (!sentence.success || text === '') {
      skipped.push({ line, reason: 'a sentence without text' });
      return [];
    }
    const [start, end] = [readSeconds(sentence.data.start), readSeconds(sentence.data.end)];
    if (start === null) skipped.push({ line, reason: TIME_IS_LOST });
    return [{ speakerId, text, start, end, line }];
  });
}

/** Who takes part, by the id that their turns have; two people of one name are told apart by it. */
function readParties(entries: readonly unknown[]) {
  const parties = new Map<string, { speaker: string; details: SpeakerDetails }>();
  const taken = new Set<string>();
  for (const entry of entries) {
    const party = partySchema.safeParse(entry);
    if (!party.success || parties.has(party.data.speakerId)) continue;
    const { speakerId, name, emailAddress, affiliation } = party.data;
    const shown = name ?? emailAddress ?? speakerId;
    const speaker = taken.has(shown) ? `${shown} (${speakerId})` : shown;
    taken.add(shown);
    const side = { internal: 'staff' as const, external: 'customer' as const }[
      affiliation?.toLowerCase() as 'internal' | 'external'
    ];
    const details = {
      ...(name === undefined ? {} : { name }),
      ...(emailAddress === undefined ? {} : { email: emailAddress }),
      ...(side === undefined ? {} : { side }),
    };
    parties.set(speakerId, { speaker, details });
  }
  return parties;
}
