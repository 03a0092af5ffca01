import type { ThemeDocument } from './documents';

/** Of the places where a phrase stands, so many go on with the same word: it is a part of a longer name. */
const GOES_ON_SHARE = 0.6;
const FEWEST_PLACES = 4;
/** What a hyphen joins to it; some leave the hyphen out. */
const AFTER = /^[- ]([\p{L}\p{N}]+)/u;
const BEFORE = /([\p{L}\p{N}]+)[- ]$/u;

/**
 * Completes a phrase that the theme's texts mostly write as a part of a compound: "single sign" of "single sign-on", "line support" of
 * "first-line support".
 */
export function completePhrase(phrase: string, documents: readonly ThemeDocument[]): string {
  const places = documents.flatMap(({ segment: { text } }) =>
    findPlaces(text.toLowerCase(), phrase.toLowerCase()),
  );
  if (places.length < FEWEST_PLACES) return phrase;
  const after = findJoined(
    places.map((place) => ({ beside: place.after, word: AFTER.exec(place.after)?.[1] })),
  );
  const before = findJoined(
    places.map((place) => ({ beside: place.before, word: BEFORE.exec(place.before)?.[1] })),
  );
  return `${before === null ? '' : `${before}-`}${phrase}${after === null ? '' : `-${after}`}`;
}

/** The word that stands beside most places and is joined by a hyphen at some. */
function findJoined(places: readonly { beside: string; word: string | undefined }[]): string | null {
  const counts = new Map<string, number>();
  for (const { word } of places) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!most || most[1] < GOES_ON_SHARE * places.length) return null;
  const isJoined = places.some(
    ({ beside, word }) => word === most[0] && (beside.startsWith('-') || beside.endsWith('-')),
  );
  return isJoined ? most[0] : null;
}

const IS_WORD = /[\p{L}\p{N}]/u;

function findPlaces(text: string, phrase: string): { before: string; after: string }[] {
  const places: { before: string; after: string }[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + phrase.length)];
    if (!IS_WORD.test(before.at(-1) ?? '') && !IS_WORD.test(after[0] ?? '')) places.push({ before, after });
  }
  return places;
}
