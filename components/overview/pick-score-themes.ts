import type { ImpactRun } from '@/lib/impact/queries';

/** A theme whose problem mentions go with a lower NPS. */
export interface ScoreTheme {
  themeId: string;
  name: string;
  /** What the score would lack without those who tell of the problem; below 0. */
  impactPoints: number;
  low: number | null;
  high: number | null;
  qValue: number;
  /** People who wrote of a problem with it. */
  people: number;
}

/** The themes of a run with the lowest effect on NPS, the lowest first; none that raises it. */
export function pickScoreThemes(run: ImpactRun, most: number): ScoreTheme[] {
  return run.rows
    .flatMap(({ themeId, themeName, details: { score } }) =>
      score && score.impactPoints < 0
        ? [
            {
              themeId,
              name: themeName,
              impactPoints: score.impactPoints,
              low: score.interval.low,
              high: score.interval.high,
              qValue: score.qValue,
              people: score.contactsWithTheme,
            },
          ]
        : [],
    )
    .sort((one, other) => one.impactPoints - other.impactPoints)
    .slice(0, most);
}
