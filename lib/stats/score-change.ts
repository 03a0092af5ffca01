import { makeRandom, type RandomSource } from '@/lib/core/random';
import { answerValue, type DrivenMetric } from '@/lib/stats/answer-value';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import type { Interval } from '@/lib/stats/interval';
import { normalTwoSidedPValue } from '@/lib/stats/normal';
import { computePercentileInterval } from '@/lib/stats/quantile';
import { computeScoreContributions, NO_THEME, type ThemedResponse } from '@/lib/stats/score-contributions';

/** A response with the person who gave it: people, not responses, are the units of chance. */
export interface PersonalResponse extends ThemedResponse {
  personId: string;
}

/** What one theme, or having none, adds to the change of the score, in points of 100. */
export interface ContributionChange {
  theme: string | typeof NO_THEME;
  beforePoints: number;
  afterPoints: number;
  changePoints: number;
  /** 95 %, people of each period drawn anew. */
  interval: Interval | null;
  /**
   * Benjamini-Hochberg over the themes of one change. p is that of a z test whose standard error is the spread of the draws: to
   * count draws beyond 0 would need many thousands of them for some dozens of themes.
   */
  qValue: number;
  /** Responses that complain of it. */
  responsesBefore: number;
  responsesAfter: number;
}

const REPLICATES = 500;

/**
 * The change of the score between two periods, taken apart by theme: the changes add up to that of the score. Those that
 * pulled it down most come first. Empty where one period has no response.
 */
export function explainScoreChange(
  before: readonly PersonalResponse[],
  after: readonly PersonalResponse[],
  { metric = 'nps', seed = 1 }: { metric?: DrivenMetric; seed?: number } = {},
): ContributionChange[] {
  if (before.length === 0 || after.length === 0) return [];
  const [earlier, later] = [
    computeScoreContributions(before, metric),
    computeScoreContributions(after, metric),
  ];
  const themes = [...new Set([...earlier.keys(), ...later.keys()])];
  const drawn = drawScoreChanges(before, after, { metric, seed });
  const count = (responses: readonly PersonalResponse[], theme: string | typeof NO_THEME) =>
    responses.filter((one) => (theme === null ? one.themes.length === 0 : one.themes.includes(theme))).length;
  const changes = themes.map((theme) => {
    const [beforePoints, afterPoints] = [earlier.get(theme) ?? 0, later.get(theme) ?? 0];
    const draws = drawn.map((each) => each.get(theme) ?? 0);
    const changePoints = afterPoints - beforePoints;
    return {
      ...{ theme, beforePoints, afterPoints, changePoints },
      interval: computePercentileInterval(draws),
      pValue: pValueOf(changePoints, draws),
      responsesBefore: count(before, theme),
      responsesAfter: count(after, theme),
    };
  });
  const qValues = adjustBenjaminiHochberg(changes.map(({ pValue }) => pValue));
  return changes
    .map(
      ({ pValue: _, ...change }, index): ContributionChange => ({ ...change, qValue: qValues[index] ?? 1 }),
    )
    .sort((a, b) => a.changePoints - b.changePoints);
}

/** Two-sided, of a change whose standard error is the standard deviation of its draws; 1 where they do not vary. */
function pValueOf(change: number, draws: readonly number[]): number {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (draws.length - 1);
  return variance > 0 ? normalTwoSidedPValue(change / Math.sqrt(variance)) : 1;
}

/** Changes of every contribution with the people of each period drawn anew; the same seed gives the same draws. */
export function drawScoreChanges(
  before: readonly PersonalResponse[],
  after: readonly PersonalResponse[],
  {
    metric = 'nps',
    seed,
    replicates = REPLICATES,
  }: { metric?: DrivenMetric; seed: number; replicates?: number },
): Map<string | typeof NO_THEME, number>[] {
  const random = makeRandom(seed);
  const themes = [...new Set([...before, ...after].flatMap(themesOf))];
  const placeOf = new Map(themes.map((theme, place) => [theme, place]));
  const [earlier, later] = [
    addUpByPerson(before, placeOf, answerValue[metric]),
    addUpByPerson(after, placeOf, answerValue[metric]),
  ];
  return Array.from({ length: replicates }, () => {
    const changes = drawContributions(later, themes.length, random);
    for (const [place, points] of drawContributions(earlier, themes.length, random).entries()) {
      changes[place] = (changes[place] ?? 0) - points;
    }
    return new Map(themes.map((theme, place) => [theme, changes[place] ?? 0]));
  });
}

/** What one person adds before it is divided by all responses: theme by theme, each by its place. */
interface PersonSum {
  responses: number;
  shares: readonly { place: number; share: number }[];
}

function themesOf({ themes }: ThemedResponse): readonly (string | typeof NO_THEME)[] {
  return themes.length > 0 ? themes : [NO_THEME];
}

/** Added up once: every draw takes the same people, only some of them several times and others never. */
function addUpByPerson(
  responses: readonly PersonalResponse[],
  placeOf: ReadonlyMap<string | typeof NO_THEME, number>,
  valueIn: (score: number) => number,
): PersonSum[] {
  const people = new Map<string, { responses: number; shares: { place: number; share: number }[] }>();
  for (const response of responses) {
    const own = people.get(response.personId) ?? { responses: 0, shares: [] };
    people.set(response.personId, own);
    own.responses++;
    const themes = themesOf(response);
    const share = (100 * valueIn(response.score)) / themes.length;
    if (share !== 0) own.shares.push(...themes.map((theme) => ({ place: placeOf.get(theme) ?? 0, share })));
  }
  return [...people.values()];
}

/** The contributions of as many people as there are, drawn with replacement, by place. */
function drawContributions(people: readonly PersonSum[], themes: number, random: RandomSource): Float64Array {
  const points = new Float64Array(themes);
  let responses = 0;
  for (let draw = 0; draw < people.length; draw++) {
    const person = people[Math.floor(random() * people.length)];
    if (!person) continue;
    responses += person.responses;
    for (const { place, share } of person.shares) points[place] = (points[place] ?? 0) + share;
  }
  return points.map((sum) => sum / responses);
}
