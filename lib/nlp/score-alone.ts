import type { Sentiment } from './sentiment';

// Answers that are a mark and nothing else: "★★☆☆☆", "1/5", "9 out of 10", "1 von 5 Sternen".

const OF = '(?:/|\\bout of\\b|\\bof\\b|\\bvon\\b|\\bsur\\b|\\bde\\b|\\bsu\\b|\\bem\\b)';
const STARS = 'stars?|stern(?:en?)?|etoiles?|estrellas?|stell[ae]|estrelas?';
const POINTS = 'points?|punkten?|puntos|punti|pontos';
/** Only the two scales that customers write of themselves: "3/4" and "24/7" are no marks. */
const MARK = new RegExp(`^(\\d{1,2}(?:[.,]\\d)?) ?${OF} ?(5|10)(?: (?:${STARS}|${POINTS}))?$`, 'u');
const STARS_ALONE = new RegExp(`^([0-5]) (?:${STARS})$`, 'u');
/** Five drawn stars, as many filled as are given: of fewer the scale is not known. */
const DRAWN = /^(?=.{5}$)[★⭐🌟]*☆*$/u;
const FILLED_STAR = /[★⭐🌟]/gu;
const LONGEST = 30;

/** Of the whole scale: three of five, five and six of ten are in the middle. */
const POSITIVE_FROM = 0.7;
const NEGATIVE_TO = 0.45;
/**
 * At the middle, beyond it and at the ends of the scale: what the stars of reviews are worth in training. Nobody labelled marks alone, so it
 * is not more than this.
 */
const CONFIDENCE = { middle: 0.5, near: 0.8, end: 0.9 };

/**
 * How an answer feels that is nothing but a mark; null of any other text.
 *
 * @param folded a folded text
 */
export function readScoreAlone(folded: string): Sentiment | null {
  if (folded.length > LONGEST) return null;
  const share = readShare(folded.trim().replace(/[.!\s]+$/u, ''));
  if (share === null || share > 1) return null;
  const score = 2 * share - 1;
  if (share < POSITIVE_FROM && share > NEGATIVE_TO)
    return { label: 'neutral', score, confidence: CONFIDENCE.middle };
  const confidence = share <= 0.2 || share === 1 ? CONFIDENCE.end : CONFIDENCE.near;
  return { label: score > 0 ? 'positive' : 'negative', score, confidence };
}

function readShare(bare: string): number | null {
  const [, mark, whole] = MARK.exec(bare) ?? [];
  if (mark !== undefined) return Number(mark.replace(',', '.')) / Number(whole);
  const [, stars] = STARS_ALONE.exec(bare) ?? [];
  if (stars !== undefined) return Number(stars) / 5;
  const drawn = bare.replace(/\s|\ufe0f/gu, '');
  return DRAWN.test(drawn) ? (drawn.match(FILLED_STAR)?.length ?? 0) / 5 : null;
}
