/** What a score said of a case, and how the case turned out. */
export interface ScoredCase {
  score: number;
  isEvent: boolean;
}

/** Cases in ascending order of score, made once and then weighted again and again. */
export interface SortedCases {
  /** Positions of the cases given, by score. */
  order: Int32Array;
  scores: Float64Array;
  isEvent: Uint8Array;
}

export function sortCases(cases: readonly ScoredCase[]): SortedCases {
  const order = Int32Array.from(cases.keys()).sort((a, b) => (cases[a]?.score ?? 0) - (cases[b]?.score ?? 0));
  return {
    order,
    scores: Float64Array.from(order, (position) => cases[position]?.score ?? 0),
    isEvent: Uint8Array.from(order, (position) => (cases[position]?.isEvent ? 1 : 0)),
  };
}

/**
 * Area under the ROC curve (0..1): the probability that a case with the event has the higher score than one without, ties
 * counting half. 0.5 is chance. Null where one of the two kinds is missing. Source: Mann-Whitney; Hanley & McNeil 1982.
 * @param weightOf how often a case counts, by its position among the cases given; 1 where not given
 */
export function computeAuc(
  { order, scores, isEvent }: SortedCases,
  weightOf: (position: number) => number = () => 1,
): number | null {
  let events = 0;
  let others = 0;
  let wins = 0;
  let index = 0;
  while (index < order.length) {
    let tiedEvents = 0;
    let tiedOthers = 0;
    const score = scores[index];
    while (index < order.length && scores[index] === score) {
      const weight = weightOf(order[index] ?? 0);
      if (isEvent[index]) tiedEvents += weight;
      else tiedOthers += weight;
      index++;
    }
    wins += tiedEvents * (others + tiedOthers / 2);
    events += tiedEvents;
    others += tiedOthers;
  }
  return events > 0 && others > 0 ? wins / (events * others) : null;
}
