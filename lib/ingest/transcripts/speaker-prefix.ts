import type { Turn } from '@/lib/ingest/transcripts/transcript';

// At most five words that begin with a capital or a digit and hold no mark of a sentence: "Omar (Acme): Since the update".
const PREFIX = /^[-–•]?\s*([\p{Lu}\p{Lo}\d@+][^:.!?<>[\]{}"“”]{0,59}?)\s*:\s+(?=\S)/u;
const MOST_WORDS = 5;
/** Of the captions at least this share names its speaker, or a colon is but a colon. */
const SHARE_THAT_NAMES = 0.3;

/** The name before a colon, and what is said; null where there is none. */
export function splitSpeaker(line: string): { speaker: string; text: string } | null {
  const match = PREFIX.exec(line);
  const speaker = match?.[1]?.trim() ?? '';
  if (!match || !/\p{L}/u.test(speaker) || speaker.split(/\s+/).length > MOST_WORDS) return null;
  return { speaker, text: line.slice(match[0].length) };
}

/** Takes speakers from "Name: …" at the beginning of captions, if these name speakers so. */
export function takePrefixedSpeakers(turns: readonly Turn[]): Turn[] {
  const unnamed = turns.filter(({ speaker }) => speaker === null);
  const named = unnamed.filter(({ text }) => splitSpeaker(text) !== null);
  if (named.length === 0 || named.length < unnamed.length * SHARE_THAT_NAMES) return [...turns];
  return turns.map((turn) => {
    const split = turn.speaker === null ? splitSpeaker(turn.text) : null;
    return split ? { ...turn, ...split } : turn;
  });
}
