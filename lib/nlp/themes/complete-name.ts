import { stemWord } from './stem';

/** A word of a theme's leading words: its stem, and the form it is most often written in. */
export type Keyword = { stem: string; word: string };

/** Words that name nothing by themselves, whatever they stand for in a theme. */
const TOO_GENERAL = new Set(
  'work works working answer case day end fine hour idea issue kind lot name part people person place point problem product reason rush side something step thing time way word'
    .split(' ')
    .map((word) => stemWord(word, 'en')),
);
/** Less than this share of its statements says a word is in the theme, not what the theme is about. */
const SMALLEST_SHARE = 0.15;
const SMALLEST_COMPANION_SHARE = 0.1;
/** In so much of its theme a word says by itself what it is about. */
const WHOLE_SHARE = 0.6;
const LIST_LENGTH = 2;

/**
 * Makes a name of a theme's best single word, which by itself tells little: "Price" with the next telling thing of the theme
 * is "Price and seats". Where the word is no name, being general or rare in the theme, or where there is no tagger to tell
 * things from doings, what the theme's statements say word for word stands for it: "Crashed again"; and where they say nothing in
 * common, its leading words in a row.
 *
 * @param things stems that stand for things by themselves, with the form to use; null where there is no tagger
 * @param findClause a short clause that several statements have in common, or null
 * @param shareOf share (0..1) of the theme's statements that hold a stem
 */
export function completeName(
  best: Keyword,
  keywords: readonly Keyword[],
  {
    things,
    shareOf,
    findClause,
  }: {
    things: ReadonlyMap<string, string> | null;
    shareOf: (stem: string) => number;
    findClause: () => string | null;
  },
): string {
  const others = keywords.filter(({ stem }) => stem !== best.stem);
  if (things === null) return findClause() ?? listWords([best, ...others], ', ');
  if (TOO_GENERAL.has(best.stem) || shareOf(best.stem) < SMALLEST_SHARE) {
    return findClause() ?? listWords(rankTelling(keywords, { things, shareOf }), ' and ');
  }
  if (shareOf(best.stem) >= WHOLE_SHARE) return best.word;
  const companion = others.find(
    ({ stem }) => things.has(stem) && !TOO_GENERAL.has(stem) && shareOf(stem) >= SMALLEST_COMPANION_SHARE,
  );
  return companion ? `${best.word} and ${formOf(companion, things)}` : best.word;
}

/**
 * Things of the leading words where there are several, or one that is in enough of the theme; else the general word that is in more of the
 * theme than the others together; else those that name something by themselves, where there are any.
 */
function rankTelling(
  keywords: readonly Keyword[],
  { things, shareOf }: { things: ReadonlyMap<string, string>; shareOf: (stem: string) => number },
): readonly Keyword[] {
  const telling = keywords.filter(({ stem }) => !TOO_GENERAL.has(stem));
  const leading = telling.filter(({ stem }) => things.has(stem));
  const [only] = leading;
  if (leading.length >= LIST_LENGTH) return leading;
  if (only && shareOf(only.stem) >= SMALLEST_SHARE) return leading;
  const said = telling.slice(0, LIST_LENGTH).reduce((sum, { stem }) => sum + shareOf(stem), 0);
  const general = keywords.find(({ stem }) => shareOf(stem) >= Math.max(SMALLEST_SHARE, said));
  if (general) return [general];
  return telling.length > 0 ? telling : keywords;
}

/** As it is most often written; a name of names keeps its capitals. */
function formOf({ stem, word }: Keyword, things: ReadonlyMap<string, string>): string {
  const thing = things.get(stem) ?? word;
  return /\p{Lu}/u.test(thing) ? thing : word;
}

const listWords = (keywords: readonly Keyword[], joint: string): string =>
  keywords
    .slice(0, LIST_LENGTH)
    .map(({ word }) => word)
    .join(joint);
