import { isAcknowledgement } from './acknowledgement';
import { isCaseTalk } from './case-talk';
import { isAnnouncement, isGreeting, isLeaveTaking } from './courtesy';
import { isDecliningAnswer } from './declining-answers';
import { foldText, trimSigns } from './fold';
import { findKindCues, type KindCues } from './kind-words';
import type { Sentiment } from './sentiment';

/** What a statement does: report a fault, ask for something, praise, ask back, say nothing, or just state. */
export type StatementKind = 'problem' | 'request' | 'praise' | 'question' | 'no_content' | 'statement';

/** An answer may decline at length: "nothing comes to mind at this moment, sorry". */
const LONGEST_NO_CONTENT = 60;
/** What redaction leaves: a statement of nothing else said only who to call. */
const REDACTION_MARK = /\[[a-z_ -]{2,24}\]/g;
const HAS_MEANING = /\p{L}|\p{N}|\p{Extended_Pictographic}/u;
/** "xxx", "aaaa": a key held down to get past a required field. */
const ONE_LETTER = /^(\p{Script=Latin})\1*$/u;
const ENDS_AS_QUESTION = /[?？؟]["')\s]*$/;
/** Beyond this a text is long enough to have said what it is. */
const READ_LENGTH = 1000;

/** A text as the rules of kinds read it. */
export interface KindReading {
  /** Trimmed, and no longer than is read. */
  folded: string;
  /** Whether it holds no answer. */
  saysNothing: boolean;
  cues: KindCues;
}

export function readForKind(text: string): KindReading {
  const folded = foldStart(text);
  return { folded, saysNothing: saysNothing(folded), cues: findKindCues(folded) };
}

/**
 * Decides what a statement does by rules over its words, in English, French, German, Spanish, Italian and Portuguese;
 * the sentiment decides where the words do not. A request wins over its tone ("would be nice" is not praise).
 */
export function classifyKind(
  text: string,
  sentiment: Pick<Sentiment, 'label'>,
  reading: KindReading = readForKind(text),
): StatementKind {
  if (reading.saysNothing) return 'no_content';
  if (reading.cues.asks) return 'request';
  const rest = classifyRest(reading, sentiment);
  return rest === 'statement' && (sentiment.label === 'negative' || reading.cues.reportsFault)
    ? 'problem'
    : rest;
}

/** What a statement does that neither reports a fault nor asks for something. */
export function classifyRest(
  { folded, cues }: Pick<KindReading, 'folded' | 'cues'>,
  { label }: Pick<Sentiment, 'label'>,
): 'question' | 'praise' | 'statement' {
  if (ENDS_AS_QUESTION.test(folded) && (cues.startsAsQuestion || label !== 'negative')) return 'question';
  return label === 'positive' ? 'praise' : 'statement';
}

const foldStart = (text: string): string => foldText(text.slice(0, READ_LENGTH)).trim();

/** Whether a text holds no answer: empty, a courtesy, "ok, thanks", "any news on my ticket?", "n/a", "nothing", one letter held down. Takes it as written. */
export const declinesToAnswer = (text: string): boolean => saysNothing(foldStart(text));

function saysNothing(folded: string): boolean {
  if (!HAS_MEANING.test(folded.replace(REDACTION_MARK, ''))) return true;
  if (isGreeting(folded) || isLeaveTaking(folded) || isAnnouncement(folded) || isCaseTalk(folded))
    return true;
  if (folded.length > LONGEST_NO_CONTENT) return false;
  if (isAcknowledgement(folded)) return true;
  const bare = trimSigns(folded);
  return isDecliningAnswer(bare) || ONE_LETTER.test(bare);
}
