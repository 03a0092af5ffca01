import { npsSign } from '@/lib/stats/nps';

/** One answer to the Net Promoter question, and whether its text has the theme. */
export interface ThemeResponse {
  /** 0..10 */
  score: number;
  mentionsTheme: boolean;
}

/**
 * Leave-one-out impact of a theme on the score, in NPS points: NPS of all responses minus NPS of those without the theme.
 * Negative means the theme pulls the score down. Null when no response is left without it.
 */
export function computeThemeImpact(responses: Iterable<ThemeResponse>): number | null {
  let all = 0;
  let allSigns = 0;
  let without = 0;
  let withoutSigns = 0;
  for (const { score, mentionsTheme } of responses) {
    const sign = npsSign(score);
    all++;
    allSigns += sign;
    if (mentionsTheme) continue;
    without++;
    withoutSigns += sign;
  }
  return without === 0 ? null : 100 * (allSigns / all - withoutSigns / without);
}
