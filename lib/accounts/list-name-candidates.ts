import { classifyName, foldName, isSurname } from '@/lib/nlp/redaction/name-lists';
import { isEverydayWord } from '@/lib/nlp/redaction/not-names';
import { toPlainForm } from '@/lib/nlp/redaction/plain-form';

const WORD = "\\p{L}[\\p{L}\\p{M}'’.-]*";
/** Words in a row, each after one space. */
const RUN = new RegExp(`${WORD}(?: ${WORD})+`, 'gu');
/** Most contacts in the world write their name in two to four words. */
const [FEWEST_WORDS, MOST_WORDS] = [2, 4];
const END_SIGNS = /[.'’]+$/;
const BEGINS_WITH_CAPITAL = /^\p{Lu}/u;
const HAS_CASE = /^[\p{Lu}\p{Ll}\p{Lt}]/u;
const INITIALS = /(?:^|(?<=[-'’.]))\p{Ll}/gu;
/** Of what Arabic and Hebrew write at their word. */
const PREFIXED = /^(?:[وفبلك]\p{Script=Arabic}|[ובלמשהכ]\p{Script=Hebrew})/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const KATAKANA_NAME = /[\p{Script=Katakana}ー]+(?:[ ・·][\p{Script=Katakana}ー]+)+/gu;
/** How long Chinese, Japanese and Korean names are, and where a Japanese one may have a space. */
const UNSPACED_LENGTHS = [2, 3, 4];
const SPACED_LENGTHS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [2, 3],
  [3, 2],
] as const;

/**
 * What in a text may be the whole name of a contact, in each case that it may be stored in: two to four words in a row that
 * begin with a capital; in lower case only where none is an everyday word and one is a listed name; in scripts without
 * capitals any, and where no spaces part words any few characters in a row.
 */
export function listNameCandidates(written: string): Set<string> {
  const { text } = toPlainForm(written);
  const candidates = new Set<string>();
  for (const [run] of text.matchAll(RUN)) addWindows(run.split(' '), candidates);
  for (const [run] of text.matchAll(UNSPACED)) addStretches(run.normalize('NFC'), candidates);
  for (const [name] of text.matchAll(KATAKANA_NAME)) {
    for (const space of [' ', '・', '']) candidates.add(name.replace(/[ ・·]/g, space));
  }
  return candidates;
}

function addWindows(words: readonly string[], candidates: Set<string>): void {
  for (const [first, word] of words.entries()) {
    for (let count = FEWEST_WORDS; count <= MOST_WORDS && first + count <= words.length; count++) {
      const window = words.slice(first, first + count);
      if (!mayBeName(window)) continue;
      const name = window.join(' ').replace(END_SIGNS, '');
      for (const spelling of listSpellings(name)) candidates.add(spelling);
      if (PREFIXED.test(word)) candidates.add(name.slice(1));
    }
  }
}

function mayBeName(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (BEGINS_WITH_CAPITAL.test(first) || !HAS_CASE.test(first)) return true;
  const folded = words.map((word) => foldName(word.replace(END_SIGNS, '')));
  return (
    !folded.some((word) => isEverydayWord(word) && !isParticle(word)) &&
    folded.some((word) => classifyName(word) !== null || isSurname(word))
  );
}

const PARTICLES = new Set(
  'van von zu ten ter der den de di da do dos del della du le la las los el al bin ben'.split(' '),
);
const isParticle = (word: string): boolean => PARTICLES.has(word);

/**
 * As it stands and as it may be stored: an index can be asked for equal names only, for row-level security keeps a function of the
 * name, such as its lower case, from it.
 */
function listSpellings(name: string): string[] {
  const lower = name.toLowerCase();
  if (!HAS_CASE.test(name)) return [name];
  const capitalised = lower
    .split(' ')
    .map((word, at) =>
      at > 0 && isParticle(word) ? word : word.replace(INITIALS, (letter) => letter.toUpperCase()),
    )
    .join(' ');
  return [name, capitalised, lower.toUpperCase(), lower];
}

function addStretches(run: string, candidates: Set<string>): void {
  for (let start = 0; start < run.length; start++) {
    for (const length of UNSPACED_LENGTHS) {
      if (start + length <= run.length) candidates.add(run.slice(start, start + length));
    }
    for (const [family, given] of SPACED_LENGTHS) {
      const end = start + family + given;
      if (end > run.length) continue;
      candidates.add(`${run.slice(start, start + family)} ${run.slice(start + family, end)}`);
    }
  }
}
