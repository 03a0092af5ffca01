import { isAcknowledgement, isEmptyAcknowledgement } from './acknowledgement';
import { isCaseTalk, isEmptyCaseTalk } from './case-talk';
import { isAnnouncement, isGreeting, isLeaveTaking, isThanks } from './courtesy';
import { isDecliningAnswer } from './declining-answers';
import { foldText, trimSigns } from './fold';
import { findKindCues, type KindCues } from './kind-words';
import { dropMachineLines } from './machine-text';
import { readScoreAlone } from './score-alone';
import type { Sentiment } from './sentiment';

/** What a statement does: report a fault, ask for something, praise, ask back, say nothing, or just state. */
export type StatementKind = 'problem' | 'request' | 'praise' | 'question' | 'no_content' | 'statement';

/** An answer may decline at length: "nothing comes to mind at this moment, sorry". */
const LONGEST_NO_CONTENT = 60;
/** Words and signs together. */
const LONGEST_BESIDE_SIGNS = 100;
/** What redaction leaves: a statement of nothing else said only who to call. */
const REDACTION_MARK = /\[[a-z_ -]{2,24}\]/g;
const HAS_MEANING = /\p{L}|\p{N}/u;
/** An emoji, or a face typed after a space or alone. */
const FEELING_SIGN =
  /\p{Extended_Pictographic}|(?<![^\s])(?:[:;=]['^-]?[()[\]dDpP/\\|*]|<3|[)(]:)(?![^\s.,!?])/u;
const FEELING_SIGNS = new RegExp(FEELING_SIGN, 'gu');
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

const foldStart = (text: string): string => foldText(dropMachineLines(text.slice(0, READ_LENGTH))).trim();

/**
 * Whether a text holds no answer: empty, lines of a program, a courtesy, "ok, thanks", "any news on my ticket?", "n/a", "nothing", one letter held down.
 * An emoji or a typed face says something, whatever stands beside it. Takes it as written.
 */
export const declinesToAnswer = (text: string): boolean => saysNothing(foldStart(text));

/**
 * Whether nothing in a text can carry an opinion, so that no model is asked: as {@link declinesToAnswer}, but thanks alone may be
 * all that an answer says of how somebody feels. Takes it as written.
 */
export function holdsNoOpinion(text: string): boolean {
  const folded = foldStart(text);
  return saysNothing(folded) && !isThanks(folded);
}

/**
 * The emoji and typed faces of a text whose words hold no opinion, so that they alone say how somebody feels: "ok 😡". Null of any
 * other text. Takes it as written.
 */
export function findSignsAlone(text: string): string | null {
  if (text.length > LONGEST_BESIDE_SIGNS) return null;
  const signs = text.match(FEELING_SIGNS);
  if (!signs) return null;
  const words = foldStart(text.replace(FEELING_SIGNS, ' '));
  return saysNothing(words) ? signs.join(' ') : null;
}

/** How a text feels that is nothing but a mark: "1/5", "★★★★★". Null of any other text. Takes it as written. */
export const readMark = (text: string): Sentiment | null =>
  text.length <= LONGEST_NO_CONTENT ? readScoreAlone(foldStart(text)) : null;

/** Whether a model is to be asked how a text feels. Takes it as written. */
export const isReadByModel = (text: string): boolean =>
  !holdsNoOpinion(text) && findSignsAlone(text) === null && readMark(text) === null;

/**
 * Whether a text names no subject: it holds no answer, or speaks of the handling of a case alone ("Still not fixed", "Great, works
 * now"). It may tell how somebody feels, but of which theme stands elsewhere. Takes it as written.
 */
export function namesNoSubject(text: string): boolean {
  const folded = foldStart(text);
  return saysNothing(folded) || isCaseTalk(folded) || isAcknowledgement(folded);
}

/** What was found of the last texts: each is asked for its sentiment, then for its kind, a batch in between. */
const found = new Map<string, boolean>();
const MOST_FOUND = 4096;

function saysNothing(folded: string): boolean {
  const known = found.get(folded);
  if (known !== undefined) return known;
  if (found.size >= MOST_FOUND) found.clear();
  const answer = findNothingSaid(folded);
  found.set(folded, answer);
  return answer;
}

function findNothingSaid(folded: string): boolean {
  if (FEELING_SIGN.test(folded) || readScoreAlone(folded) !== null) return false;
  if (!HAS_MEANING.test(folded.replace(REDACTION_MARK, ''))) return true;
  if (isGreeting(folded) || isLeaveTaking(folded) || isAnnouncement(folded) || isEmptyCaseTalk(folded))
    return true;
  if (folded.length > LONGEST_NO_CONTENT) return false;
  if (isEmptyAcknowledgement(folded)) return true;
  const bare = trimSigns(folded);
  return isDecliningAnswer(bare) || ONE_LETTER.test(bare);
}
