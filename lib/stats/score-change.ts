import { makeRandom, type RandomSource } from '@/lib/core/random';
import type { Interval } from '@/lib/stats/interval';
import { computePercentileInterval } from '@/lib/stats/quantile';
import {
  computeScoreContributions,
  type NO_THEME,
  type ThemedResponse,
} from '@/lib/stats/score-contributions';

/** A response with the person who gave it: people, not responses, are the units of chance. */
export interface PersonalResponse extends ThemedResponse {
  personId: string;
}

/** What one theme, or having none, adds to the change of the score, in NPS points. */
export interface ContributionChange {
  theme: string | typeof NO_THEME;
  beforePoints: number;
  afterPoints: number;
  changePoints: number;
  /** 95 %, people of each period drawn anew. */
  interval: Interval | null;
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
  seed = 1,
): ContributionChange[] {
  if (before.length === 0 || after.length === 0) return [];
  const [earlier, later] = [computeScoreContributions(before), computeScoreContributions(after)];
  const themes = [...new Set([...earlier.keys(), ...later.keys()])];
  const drawn = drawScoreChanges(before, after, seed);
  const count = (responses: readonly PersonalResponse[], theme: string | typeof NO_THEME) =>
    responses.filter((one) => (theme === null ? one.themes.length === 0 : one.themes.includes(theme))).length;
  return themes
    .map((theme): ContributionChange => {
      const [beforePoints, afterPoints] = [earlier.get(theme) ?? 0, later.get(theme) ?? 0];
      return {
        ...{ theme, beforePoints, afterPoints, changePoints: afterPoints - beforePoints },
        interval: computePercentileInterval(drawn.map((changes) => changes.get(theme) ?? 0)),
        responsesBefore: count(before, theme),
        responsesAfter: count(after, theme),
      };
    })
    .sort((a, b) => a.changePoints - b.changePoints);
}

/** Changes of every contribution with the people of each period drawn anew; the same seed gives the same draws. */
export function drawScoreChanges(
  before: readonly PersonalResponse[],
  after: readonly PersonalResponse[],
  seed: number,
  replicates = REPLICATES,
): Map<string | typeof NO_THEME, number>[] {
  const random = makeRandom(seed);
  const [earlier, later] = [groupByPerson(before), groupByPerson(after)];
  return Array.from({ length: replicates }, () => {
    const changes = computeScoreContributions(drawPeople(later, random));
    for (const [theme, points] of computeScoreContributions(drawPeople(earlier, random))) {
      changes.set(theme, (changes.get(theme) ?? 0) - points);
    }
    return changes;
  });
}

function groupByPerson(responses: readonly PersonalResponse[]): PersonalResponse[][] {
  const people = new Map<string, PersonalResponse[]>();
  for (const response of responses) {
    const own = people.get(response.personId);
    if (own) own.push(response);
    else people.set(response.personId, [response]);
  }
  return [...people.values()];
}

function drawPeople(people: readonly PersonalResponse[][], random: RandomSource): PersonalResponse[] {
  const drawn: PersonalResponse[] = [];
  for (let draw = 0; draw < people.length; draw++) {
    drawn.push(...(people[Math.floor(random() * people.length)] ?? []));
  }
  return drawn;
}
