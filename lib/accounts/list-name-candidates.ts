import { listMatches } from '@/lib/nlp/list-matches';
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
/** Where scripts without spaces begin, and long before. */
const BEYOND_LATIN = /[\u1000-\uffff]/;
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
  const candidates = new Set<string>();
  addNameCandidates(written, candidates);
  return candidates;
}

/** Adds them to those of other texts: a batch holds many, and the same ones again and again. */
export function addNameCandidates(written: string, candidates: Set<string>): void {
  const { text } = toPlainForm(written);
  for (const [run] of listMatches(text, RUN)) addWindows(run.split(' '), candidates);
  if (!BEYOND_LATIN.test(text)) return;
  for (const [run] of listMatches(text, UNSPACED)) addStretches(run.normalize('NFC'), candidates);
  for (const [name] of listMatches(text, KATAKANA_NAME)) {
    for (const space of [' ', '・', '']) candidates.add(name.replace(/[ ・·]/g, space));
  }
}

function addWindows(words: readonly string[], candidates: Set<string>): void {
  const forms = words.map(formOf);
  for (const [first, form] of forms.entries()) {
    if (form.isLowerCase && form.isEveryday) continue;
    let isListed = !form.isLowerCase || form.isListed;
    for (let last = first + FEWEST_WORDS - 1; last < first + MOST_WORDS; last++) {
      const next = forms[last];
      // An everyday word stands in every longer window, too.
      if (!next || (form.isLowerCase && next.isEveryday)) break;
      isListed ||= next.isListed;
      if (isListed) addSpellings(forms, { first, last }, candidates);
    }
  }
}

/** A word of a run, and what is asked of it. */
interface WordForm {
  written: string;
  lower: string;
  capitalised: string;
  isLowerCase: boolean;
  /** No part of a name. */
  isEveryday: boolean;
  isListed: boolean;
  isParticle: boolean;
  /** The same as the last word of a name. */
  atEnd: WordForm | null;
}

const knownForms = new Map<string, WordForm>();
/** So many words are remembered, which are nearly all of most texts: short ones, for a longer one would hold on to its whole text. */
const MOST_FORMS = 16_384;
const LONGEST_REMEMBERED = 12;

function formOf(written: string): WordForm {
  const known = knownForms.get(written);
  if (known) return known;
  const bare = written.replace(END_SIGNS, '');
  const folded = foldName(bare);
  const lower = written.toLowerCase();
  const form = {
    written,
    lower,
    capitalised: lower.replace(INITIALS, (letter) => letter.toUpperCase()),
    isLowerCase: !BEGINS_WITH_CAPITAL.test(written) && HAS_CASE.test(written),
    isEveryday: isEverydayWord(folded) && !isParticle(folded),
    isListed: classifyName(folded) !== null || isSurname(folded),
    isParticle: isParticle(lower),
    atEnd: bare === written ? null : formOf(bare),
  };
  if (written.length > LONGEST_REMEMBERED) return form;
  if (knownForms.size === MOST_FORMS) knownForms.clear();
  knownForms.set(written, form);
  return form;
}

/**
 * A name as it stands and as it may be stored: an index can be asked for equal names only, for row-level security keeps a function of
 * the name, such as its lower case, from it.
 */
function addSpellings(
  forms: readonly WordForm[],
  { first, last }: { first: number; last: number },
  candidates: Set<string>,
): void {
  let [name, lower, capitalised] = ['', '', ''];
  for (let at = first; at <= last; at++) {
    const [form, space] = [forms[at], at === first ? '' : ' '];
    const word = (at === last && form?.atEnd) || form;
    if (!word) return;
    name += space + word.written;
    lower += space + word.lower;
    capitalised += space + (at > first && word.isParticle ? word.lower : word.capitalised);
  }
  candidates.add(name);
  if (PREFIXED.test(name)) candidates.add(name.slice(1));
  if (!HAS_CASE.test(name)) return;
  candidates.add(capitalised);
  candidates.add(lower.toUpperCase());
  candidates.add(lower);
}

const PARTICLES = new Set(
  'van von zu ten ter der den de di da do dos del della du le la las los el al bin ben'.split(' '),
);
const isParticle = (word: string): boolean => PARTICLES.has(word);

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
