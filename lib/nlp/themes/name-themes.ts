import { namesNoSubject } from '../kind';
import { findCommonClause } from './common-clause';
import { completeName, type Keyword } from './complete-name';
import { completePhrase } from './complete-phrase';
import type { ThemeDocument } from './documents';
import { findAlwaysCapital, findProperNames } from './find-proper-names';
import { isGivenName, mayBeGivenName, mayBeName } from './name-candidates';
import { inPlural } from './plural-form';
import { findInstances, isMostlyEnglish, type RankedName, rankNames, type ThemeTexts } from './rank-names';
import { StatementCounter } from './statement-counter';
import { stemWord } from './stem';
import { findTopicalStem, resolveWordLanguage } from './tokenize';
import { findUsualCase } from './usual-case';
import { findUsualSpelling } from './usual-spelling';
import { findWordRoles, type WordRoles } from './word-roles';

/** A phrase in less of the theme than this leaves most of it unnamed: a second one stands beside it. */
const SMALLEST_COVERAGE = 0.05;

/** Given names among its leading words from which on a theme is of people. */
const FEWEST_PEOPLE = 2;

/** "Gd app", "somebodys": words of haste name nothing. */
const HASTY =
  /^(?:gd|gud|luv|thx|thnx|tks|btw|idk|imo|omg|lmao|wtf|dnt|dont|cnt|wud|shud|cud|bcz|bcoz|coz|cuz|gonna|wanna|gotta|kinda|(?:any|every|no|some)(?:body|one)s)$/;

/** "data export" → "Data export". */
export function toSentenceCase(phrase: string): string {
  const [first = ''] = phrase;
  return /\p{Lu}/u.test(phrase.slice(first.length).split(' ')[0] ?? '')
    ? phrase
    : first.toUpperCase() + phrase.slice(first.length);
}

/** In fewer of the typical texts that hold it a word is no thing by itself: "sign" of "single sign-on" and "we cannot sign in". */
const SMALLEST_THING_SHARE = 0.3;

/** A phrase of several words stands as it is, or with another one where it is in little of the theme; a single word is completed. */
function finishName(
  best: RankedName,
  theme: ThemeTexts,
  {
    ranked,
    inside,
    isFree,
  }: { ranked: readonly RankedName[]; inside: StatementCounter; isFree: (name: string) => boolean },
): string {
  const { typical, keywords } = theme;
  const { phrase, stems, coverage } = best;
  const [stem] = stems;
  if (stem === undefined || stems.length > 1 || phrase.includes(' ')) {
    const second = ranked.find(
      (other) =>
        other.uses > 1 && other.stems.length > 1 && !other.stems.some((each) => stems.includes(each)),
    );
    return !isMostlyEnglish(theme) && coverage < SMALLEST_COVERAGE && second
      ? `${phrase}, ${second.phrase}`
      : completePhrase(phrase, theme.documents);
  }
  const isInstance = findInstances(theme, inside);
  const things = new Map(
    ranked.flatMap(({ stems: [only = ''], stems: { length }, usesAlone, phrase: word }) => {
      const holding = typical.filter((document) => document.stems.has(only)).length;
      const isThing = length === 1 && usesAlone >= Math.max(1, SMALLEST_THING_SHARE * holding);
      return isThing && !isInstance([only]) ? [[only, word]] : [];
    }),
  );
  const name = completeName({ stem, word: phrase }, keywords, {
    things: isMostlyEnglish(theme) ? things : null,
    shareOf: (each) => inside.count([each]) / Math.max(1, inside.total),
    findClause: () => clauseOf(theme, isFree),
  });
  return isMostlyEnglish(theme) ? inPlural(name, theme.documents) : name;
}

/** Of a theme without a phrase: what its statements say word for word, or its leading words. */
function nameByWords(theme: ThemeTexts, isFree: (name: string) => boolean): string {
  const words = theme.keywords.map(({ word }) => word);
  return clauseOf(theme, isFree) ?? words.slice(0, 2).join(isMostlyEnglish(theme) ? ' and ' : ', ');
}

/** A name that another theme has, with the next thing that this one is about: "Attitude and people". */
function addThing(
  name: string,
  theme: ThemeTexts,
  { ranked, used }: { ranked: readonly RankedName[]; used: readonly string[] },
): string {
  const next = ranked.find(({ uses, stems }) => uses > 1 && !stems.some((stem) => used.includes(stem)));
  return next ? `${name}${isMostlyEnglish(theme) ? ' and ' : ', '}${next.phrase}` : name;
}

/** What says nothing ("ok, thanks") is no name, however many say it; "second time i write" is written as people should. */
const clauseOf = (theme: ThemeTexts, isFree: (name: string) => boolean): string | null => {
  const clause = findCommonClause(
    theme.documents,
    new Set(theme.keywords.map(({ stem }) => stem)),
    (clause) =>
      isFree(clause) &&
      !namesNoSubject(clause) &&
      // Of a single case or order: "19 minutes' wait".
      !/^\d|\d{3}/.test(clause) &&
      !clause.split(' ').some(isGivenName),
  );
  return clause && isMostlyEnglish(theme) ? clause.replace(/\bi\b/g, 'I') : clause;
};

const asIs = (text: string): string => text;

/** Its leading words, in a language without a tagger those that are things where there are several. */
function leadingWords(theme: ThemeTexts, roleOf: WordRoles): readonly Keyword[] {
  const [first] = theme.typical;
  if (!first || isMostlyEnglish(theme)) return theme.keywords;
  const language = resolveWordLanguage(first.segment.text, first.segment.language);
  const things = theme.keywords.filter(({ word }) => roleOf(word, language) === 'thing');
  // "Envío" says more than "Envío, llegó"; of its parts each needs a word more.
  return things.length > (theme.parent === undefined ? 0 : 1) ? things : theme.keywords;
}

/**
 * A readable name for each theme, no name twice, that of a part not among the words of its whole; themes come in order of
 * precedence.
 * @param onNamed told after each
 */
export function nameThemes(
  themes: readonly ThemeTexts[],
  corpus: readonly ThemeDocument[],
  onNamed?: (done: number) => void,
): string[] {
  const all = { everywhere: new StatementCounter(corpus), roleOf: findWordRoles(corpus) };
  const [inUsualCase, spell] = [findUsualCase(corpus), findUsualSpelling(corpus)];
  // "Woud" is not a word that names something.
  const isSubject = ({ word }: Keyword) =>
    findTopicalStem(spell(word), 'en') !== null && !isGivenName(word) && !HASTY.test(word);
  const [properNames, alwaysCapital] = [findProperNames(corpus), findAlwaysCapital(corpus)];
  // A theme of thanks to Fatima, Carmen and Ravi: there Mark, Rose and whoever else has a capital are people too.
  const isOfPeople = ({ keywords }: ThemeTexts) =>
    keywords.filter(
      ({ word, stem }) => isGivenName(word) || (mayBeGivenName(word) && alwaysCapital.has(stem)),
    ).length >= FEWEST_PEOPLE;
  const takenKeys = new Set<string>();
  const takenNames = new Set<string>();
  const stemsOf: string[][] = [];
  const isFree = (name: string) => !takenNames.has(name.toLowerCase());
  return themes.map((given) => {
    const mayBePerson = isOfPeople(given)
      ? (words: readonly string[], stems: readonly string[]) =>
          words.some(mayBeName) || stems.some((stem) => properNames.has(stem))
      : () => false;
    const theme = {
      ...given,
      keywords: leadingWords(given, all.roleOf).filter(
        (keyword) => isSubject(keyword) && !mayBePerson([keyword.word], [keyword.stem]),
      ),
    };
    const mayName = (clause: string) =>
      isFree(clause) &&
      !mayBePerson(
        clause.split(' '),
        clause.split(' ').map((word) => stemWord(word, 'en')),
      );
    const inside = new StatementCounter(theme.documents);
    const ranked = rankNames(theme, inside, all);
    const known = new Set(theme.parent === undefined ? [] : stemsOf[theme.parent]);
    const free = ranked.find(
      ({ key, phrase, stems }) =>
        !takenKeys.has(key) &&
        isFree(phrase) &&
        !namesNoSubject(phrase) &&
        !mayBePerson(phrase.split(' '), stems) &&
        !stems.every((stem) => known.has(stem)),
    );
    stemsOf.push(free?.stems ?? []);
    const plain = toSentenceCase(
      inUsualCase(
        // Words of another language are a slip away from English ones ("conector").
        (isMostlyEnglish(theme) ? spell : asIs)(
          free ? finishName(free, theme, { ranked, inside, isFree: mayName }) : nameByWords(theme, mayName),
        ),
      ),
    );
    let name = isFree(plain)
      ? plain
      : addThing(plain, theme, { ranked, used: [...(stemsOf.at(-1) ?? []), ...known] });
    for (let number = 2; !isFree(name); number++) name = `${plain} ${number}`;
    if (free) takenKeys.add(free.key);
    takenNames.add(name.toLowerCase());
    onNamed?.(takenNames.size);
    return name;
  });
}
