import type { Turn } from '@/lib/ingest/transcripts/transcript';

/** A longer silence ends a statement. */
const LONGEST_SILENCE_MS = 30_000;
/** A statement this long ends with its sentence. */
const LONG_STATEMENT = 1500;
/** And this long wherever it is: what has no full stops is no speech but a list. */
const LONGEST_STATEMENT = 20_000;

/** Captions cut what is said into lines: turns of one speaker in a row become one statement, each with its first time. */
export function joinTurns(turns: readonly Turn[]): Turn[] {
  const statements: Turn[] = [];
  for (const turn of turns) {
    const last = statements.at(-1);
    if (last && goesOn(last, turn)) {
      last.text = `${last.text} ${turn.text}`;
      last.endMs = turn.endMs ?? last.endMs;
    } else statements.push({ ...turn });
  }
  return statements;
}

function goesOn(statement: Turn, next: Turn): boolean {
  if (statement.speaker !== next.speaker) return false;
  const { length } = statement.text;
  if (length >= LONGEST_STATEMENT) return false;
  if (length >= LONG_STATEMENT && /[.!?…]["”')\]]*$/.test(statement.text.slice(-4))) return false;
  const end = statement.endMs ?? statement.startMs;
  if (end !== null && next.startMs !== null) return next.startMs - end <= LONGEST_SILENCE_MS;
  if (statement.at && next.at) return next.at.getTime() - statement.at.getTime() <= LONGEST_SILENCE_MS;
  return true;
}
