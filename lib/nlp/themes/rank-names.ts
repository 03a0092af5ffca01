import type { Keyword } from './complete-name';
import type { ThemeDocument } from './documents';
import { findProperNames } from './find-proper-names';
import { findEnglishPhrases, type NameCandidate } from './name-candidates';
import type { StatementCounter } from './statement-counter';
import { findSurfacePhrases } from './surface-phrases';
import { resolveWordLanguage } from './tokenize';
import type { WordRoles } from './word-roles';

/** How well a phrase of so many topical words reads as a name. */
const WORD_COUNT_FACTOR = [0, 0.3, 1, 0.95, 0.75];
/** Less than 1: a phrase need not cover the whole theme, a telling one may beat the commonest word. */
const COVERAGE_POWER = 0.8;

/** A phrase used so often in the typical texts counts half as much as one used always: what few say is chance. */
const HALF_USES = 2;
/** Without a tagger a single word may be anything, an adverb too. */
const UNTAGGED_WORD_FACTOR = 0.5;
/** One of several named things ("Zoho" beside "Salesforce") names a part of the theme, unless it is in so much of it. */
const INSTANCE_FACTOR = 0.1;
const WHOLE_SHARE = 0.6;
/** A thing that is said at least this often beside another, and not mostly together with it, is one of several. */
const BESIDE_SHARE = 0.3;
const TOGETHER_SHARE = 0.5;
/** What happened once names a theme less well than a thing. */
const PAST_FACTOR = 0.4;
/** What somebody does names a theme less well than the thing it is done to. */
const DOING_FACTOR = 0.7;
/** One person's words are no name where others share theirs. */
const SINGLE_USE_FACTOR = 0.4;
/** A phrase in fewer statements of a theme is what somebody happened to say. */
const FEWEST_STATEMENTS = 2;
const SMALLEST_SHARE = 0.01;
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
  usesDoing: number;
};

/** The phrases of the typical documents; phrases of the same stems count together. */
function gatherPhrases(typical: readonly ThemeDocument[], roleOf: WordRoles): Map<string, GatheredPhrase> {
  const gathered = new Map<string, GatheredPhrase>();
  for (const document of typical) {
    for (const { phrase, stems, standsAlone, isPast, isDoing } of findPhrases(document, roleOf)) {
      const key = [...stems].sort().join(' ');
      const known = gathered.get(key) ?? {
        stems,
        phrases: new Map<string, number>(),
        uses: 0,
        usesAlone: 0,
        usesPast: 0,
        usesDoing: 0,
      };
      known.phrases.set(phrase, (known.phrases.get(phrase) ?? 0) + 1);
      known.uses++;
      if (standsAlone) known.usesAlone++;
      if (isPast) known.usesPast++;
      if (isDoing) known.usesDoing++;
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

/** What is known of all texts. */
export type Corpus = { everywhere: StatementCounter; roleOf: WordRoles };

export type RankedName = {
  phrase: string;
  key: string;
  stems: string[];
  uses: number;
  usesAlone: number;
  coverage: number;
};

/** Names of one theme, best first: how much of the theme a phrase covers, and how rare it is elsewhere. */
export function rankNames(
  theme: ThemeTexts,
  inside: StatementCounter,
  { everywhere, roleOf }: Corpus,
): RankedName[] {
  const isInstance = findInstances(theme, inside);
  const isTagged = isMostlyEnglish(theme);
  const ranked = [...gatherPhrases(theme.typical, roleOf)].map(
    ([key, { stems, phrases, uses, usesAlone, usesPast, usesDoing }]) => {
      const insideCount = inside.count(stems);
      const outsideCount = everywhere.count(stems) - insideCount;
      const coverage = insideCount / Math.max(1, inside.total);
      const outsideShare = (outsideCount + 0.5) / (everywhere.total - inside.total + 1);
      const lift = Math.log(1 + coverage / outsideShare);
      const wordFactor =
        wordFactorOf(mostUsed(phrases), stems) *
        (stems.length === 1 && !isTagged ? UNTAGGED_WORD_FACTOR : 1) *
        (isInstance(stems) ? INSTANCE_FACTOR : 1);
      const useFactor =
        (uses / (uses + HALF_USES)) *
        (2 * usesPast > uses ? PAST_FACTOR : 1) *
        (2 * usesDoing > uses ? DOING_FACTOR : 1) *
        (uses === 1 ? SINGLE_USE_FACTOR : 1);
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
  const said = ranked.filter(
    ({ coverage }) => coverage * inside.total >= Math.max(FEWEST_STATEMENTS, SMALLEST_SHARE * inside.total),
  );
  return (said.length > 0 ? said : ranked).sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/** A quality of several words ("ease of use") says as much as a phrase. */
const wordFactorOf = (phrase: string, { length }: readonly string[]): number =>
  WORD_COUNT_FACTOR[length === 1 && phrase.includes(' ') ? 2 : length] ?? 0.5;

export const isMostlyEnglish = ({ typical }: ThemeTexts): boolean =>
  2 *
    typical.filter(({ segment: { text, language } }) => resolveWordLanguage(text, language) === 'en')
      .length >=
  typical.length;

/** Whether among stems is the name of one of several things that the theme speaks of as much, and not in most of it. */
export function findInstances(
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
