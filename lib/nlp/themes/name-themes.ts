import { declinesToAnswer } from '../kind';
import { findCommonClause } from './common-clause';
import { completeName, type Keyword } from './complete-name';
import type { ThemeDocument } from './documents';
import { findProperNames } from './find-proper-names';
import { findEnglishPhrases, type NameCandidate } from './name-candidates';
import { StatementCounter } from './statement-counter';
import { findSurfacePhrases } from './surface-phrases';
import { resolveWordLanguage } from './tokenize';
import { findUsualCase } from './usual-case';
import { findWordRoles, type WordRoles } from './word-roles';

/** How well a phrase of so many topical words reads as a name. */
const WORD_COUNT_FACTOR = [0, 0.3, 1, 0.95, 0.75];
/** Less than 1: a phrase need not cover the whole theme, a telling one may beat the commonest word. */
const COVERAGE_POWER = 0.8;

/** A phrase used so often in the typical texts counts half as much as one used always: what few say is chance. */
const HALF_USES = 2;
/** Without a tagger a single word may be anything, an adverb too. */
const UNTAGGED_WORD_FACTOR = 0.5;
/** One of several named things ("Zoho" beside "Salesforce") names a part of the theme, unless it is in so much of it. */
const INSTANCE_FACTOR = 0.6;
const WHOLE_SHARE = 0.6;
/** A thing that is said at least this often beside another, and not mostly together with it, is one of several. */
const BESIDE_SHARE = 0.3;
const TOGETHER_SHARE = 0.5;
/** A phrase in less of the theme than this leaves most of it unnamed: a second one stands beside it. */
const SMALLEST_COVERAGE = 0.05;
/** What happened once names a theme less well than a thing. */
const PAST_FACTOR = 0.5;
/** What a phrase without any leading word of the theme counts. */
const SMALLEST_WEIGHT = 0.2;

/** What naming needs to know of one theme. */
export type ThemeTexts = {
  /** All its documents. */
  documents: readonly ThemeDocument[];
  /** The most typical of them, from which phrases are taken. */
  typical: readonly ThemeDocument[];
  /** Its leading words: they complete a name of one word, and are the fall-back when no phrase is found. */
  keywords: readonly Keyword[];
  /** How much each of its leading stems sets it apart, 0..1. */
  weights: ReadonlyMap<string, number>;
  /** Position of the theme it is a part of, which comes before it: its name has to say more than that one's. */
  parent?: number | undefined;
};

function findPhrases(document: ThemeDocument, roleOf: WordRoles): NameCandidate[] {
  const { text, language } = document.segment;
  return resolveWordLanguage(text, language) === 'en'
    ? findEnglishPhrases(text)
    : findSurfacePhrases(text, language, roleOf);
}

type GatheredPhrase = {
  stems: string[];
  phrases: Map<string, number>;
  uses: number;
  usesAlone: number;
  usesPast: number;
};

/** The phrases of the typical documents; phrases of the same stems count together. */
function gatherPhrases(typical: readonly ThemeDocument[], roleOf: WordRoles): Map<string, GatheredPhrase> {
  const gathered = new Map<string, GatheredPhrase>();
  for (const document of typical) {
    for (const { phrase, stems, standsAlone, isPast } of findPhrases(document, roleOf)) {
      const key = [...stems].sort().join(' ');
      const known = gathered.get(key) ?? {
        stems,
        phrases: new Map<string, number>(),
        uses: 0,
        usesAlone: 0,
        usesPast: 0,
      };
      known.phrases.set(phrase, (known.phrases.get(phrase) ?? 0) + 1);
      known.uses++;
      if (standsAlone) known.usesAlone++;
      if (isPast) known.usesPast++;
      gathered.set(key, known);
    }
  }
  return gathered;
}

function mostUsed(phrases: ReadonlyMap<string, number>): string {
  const [best] = [...phrases].sort(
    (a, b) =>
      b[1] - a[1] ||
      a[0].length - b[0].length ||
      // Of "waiting time" and "waiting tIme" the one without a slip.
      countCapitals(a[0]) - countCapitals(b[0]) ||
      (a[0] < b[0] ? -1 : 1),
  );
  return (best?.[0] ?? '').replace(/\s+/g, ' ');
}

const countCapitals = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0;

/** "data export" → "Data export". */
export function toSentenceCase(phrase: string): string {
  const [first = ''] = phrase;
  return /\p{Lu}/u.test(phrase.slice(first.length).split(' ')[0] ?? '')
    ? phrase
    : first.toUpperCase() + phrase.slice(first.length);
}

/** What is known of all texts. */
type Corpus = { everywhere: StatementCounter; roleOf: WordRoles };

type RankedName = {
  phrase: string;
  key: string;
  stems: string[];
  uses: number;
  usesAlone: number;
  coverage: number;
};

/** Names of one theme, best first: how much of the theme a phrase covers, and how rare it is elsewhere. */
function rankNames(
  theme: ThemeTexts,
  inside: StatementCounter,
  { everywhere, roleOf }: Corpus,
): RankedName[] {
  const isInstance = findInstances(theme, inside);
  const isTagged = isMostlyEnglish(theme);
  const ranked = [...gatherPhrases(theme.typical, roleOf)].map(
    ([key, { stems, phrases, uses, usesAlone, usesPast }]) => {
      const insideCount = inside.count(stems);
      const outsideCount = everywhere.count(stems) - insideCount;
      const coverage = insideCount / Math.max(1, inside.total);
      const outsideShare = (outsideCount + 0.5) / (everywhere.total - inside.total + 1);
      const lift = Math.log(1 + coverage / outsideShare);
      const wordFactor =
        (WORD_COUNT_FACTOR[stems.length] ?? 0.5) *
        (stems.length === 1 && !isTagged ? UNTAGGED_WORD_FACTOR : 1) *
        (isInstance(stems) ? INSTANCE_FACTOR : 1);
      const useFactor = (uses / (uses + HALF_USES)) * (2 * usesPast > uses ? PAST_FACTOR : 1);
      const weight = stems.reduce((sum, stem) => sum + (theme.weights.get(stem) ?? 0), 0);
      return {
        phrase: mostUsed(phrases),
        key,
        stems,
        uses,
        usesAlone,
        coverage,
        // The words that set the theme apart should be in its name.
        score: coverage ** COVERAGE_POWER * lift * wordFactor * useFactor * (SMALLEST_WEIGHT + weight),
      };
    },
  );
  return ranked.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

const isMostlyEnglish = ({ typical }: ThemeTexts): boolean =>
  2 *
    typical.filter(({ segment: { text, language } }) => resolveWordLanguage(text, language) === 'en')
      .length >=
  typical.length;

/** Whether among stems is the name of one of several things that the theme speaks of as much, and not in most of it. */
function findInstances(
  { documents, keywords }: ThemeTexts,
  inside: StatementCounter,
): (stems: readonly string[]) => boolean {
  const names = findProperNames(documents);
  const named = keywords.flatMap(({ stem }) => (names.has(stem) ? [stem] : []));
  // "Galaxy" beside "Samsung" is no other thing: they stand together.
  const isBeside = (stem: string, other: string) =>
    inside.count([other]) >= BESIDE_SHARE * inside.count([stem]) &&
    inside.count([stem, other]) < TOGETHER_SHARE * inside.count([other]);
  return (stems) =>
    stems.some(
      (stem) =>
        names.has(stem) &&
        inside.count([stem]) < WHOLE_SHARE * inside.total &&
        named.some((other) => !stems.includes(other) && isBeside(stem, other)),
    );
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
    return coverage < SMALLEST_COVERAGE && second ? `${phrase}, ${second.phrase}` : phrase;
  }
  const isInstance = findInstances(theme, inside);
  const things = new Map(
    ranked.flatMap(({ stems: [only = ''], stems: { length }, usesAlone, phrase: word }) => {
      const holding = typical.filter((document) => document.stems.has(only)).length;
      const isThing = length === 1 && usesAlone >= Math.max(1, SMALLEST_THING_SHARE * holding);
      return isThing && !isInstance([only]) ? [[only, word]] : [];
    }),
  );
  return completeName({ stem, word: phrase }, keywords, {
    things: isMostlyEnglish(theme) ? things : null,
    shareOf: (each) => inside.count([each]) / Math.max(1, inside.total),
    findClause: () => clauseOf(theme, isFree),
  });
}

/** Of a theme without a phrase: what its statements say word for word, or its leading words. */
function nameByWords(theme: ThemeTexts, isFree: (name: string) => boolean): string {
  const words = theme.keywords.map(({ word }) => word);
  return clauseOf(theme, isFree) ?? words.slice(0, 3).join(', ');
}

/** What says nothing ("ok, thanks") is no name, however many say it. */
const clauseOf = ({ documents, keywords }: ThemeTexts, isFree: (name: string) => boolean): string | null =>
  findCommonClause(
    documents,
    new Set(keywords.map(({ stem }) => stem)),
    (clause) => isFree(clause) && !declinesToAnswer(clause),
  );

/** Its leading words, in a language without a tagger those that are things where there are several. */
function leadingWords(theme: ThemeTexts, roleOf: WordRoles): readonly Keyword[] {
  const [first] = theme.typical;
  if (!first || isMostlyEnglish(theme)) return theme.keywords;
  const language = resolveWordLanguage(first.segment.text, first.segment.language);
  const things = theme.keywords.filter(({ word }) => roleOf(word, language) === 'thing');
  return things.length > 1 ? things : theme.keywords;
}

/**
 * A readable name for each theme, no name twice, that of a part not among the words of its whole; themes come in order of
 * precedence.
 */
export function nameThemes(themes: readonly ThemeTexts[], corpus: readonly ThemeDocument[]): string[] {
  const all = { everywhere: new StatementCounter(corpus), roleOf: findWordRoles(corpus) };
  const usually = findUsualCase(corpus);
  const takenKeys = new Set<string>();
  const takenNames = new Set<string>();
  const stemsOf: string[][] = [];
  const isFree = (name: string) => !takenNames.has(name.toLowerCase());
  return themes.map((given) => {
    const theme = { ...given, keywords: leadingWords(given, all.roleOf) };
    const inside = new StatementCounter(theme.documents);
    const ranked = rankNames(theme, inside, all);
    const known = new Set(theme.parent === undefined ? [] : stemsOf[theme.parent]);
    const free = ranked.find(
      ({ key, phrase, stems }) =>
        !takenKeys.has(key) &&
        isFree(phrase) &&
        !declinesToAnswer(phrase) &&
        !stems.every((stem) => known.has(stem)),
    );
    stemsOf.push(free?.stems ?? []);
    const plain = toSentenceCase(
      usually(free ? finishName(free, theme, { ranked, inside, isFree }) : nameByWords(theme, isFree)),
    );
    let name = plain;
    for (let number = 2; !isFree(name); number++) name = `${plain} ${number}`;
    if (free) takenKeys.add(free.key);
    takenNames.add(name.toLowerCase());
    return name;
  });
}
