import { z } from 'zod';
import type { RuleParameters } from '@/lib/alerts/schema';

/** How readily alerts of a theme are raised: by the workspace's rules, or beside them. */
export const alertLevels = ['usual', 'sensitive', 'quiet', 'off'] as const;
export type AlertLevel = (typeof alertLevels)[number];

export const alertLevelSchema = z.object({ themeId: z.uuid(), level: z.enum(alertLevels) });

/** Times as improbable, or as probable, a chance alarm may be; and the statements it takes. */
const TIMES = 10;
const COUNTS = 2;
const FEWEST = 2;
const LARGEST_ALPHA = 0.05;
const LARGEST_Q_VALUE = 0.5;

/** A rule about surges for a theme of a level: quiet asks for stronger evidence and more statements, sensitive for less of both. */
export function surgeRuleOf(
  rule: RuleParameters<'theme_surge'>,
  level: AlertLevel,
): RuleParameters<'theme_surge'> {
  const { alpha, minimumCount, qValue } = rule;
  if (level === 'quiet') {
    return {
      ...rule,
      alpha: alpha / TIMES,
      qValue: qValue / TIMES,
      minimumCount: minimumCountOf(minimumCount, level),
    };
  }
  if (level !== 'sensitive') return rule;
  return {
    ...rule,
    alpha: Math.min(LARGEST_ALPHA, alpha * TIMES),
    qValue: Math.min(LARGEST_Q_VALUE, qValue * COUNTS),
    minimumCount: minimumCountOf(minimumCount, level),
  };
}

/** Statements that an alert of a theme of a level takes. */
export function minimumCountOf(usual: number, level: AlertLevel): number {
  if (level === 'quiet') return usual * COUNTS;
  return level === 'sensitive' ? Math.min(usual, Math.max(FEWEST, Math.ceil(usual / COUNTS))) : usual;
}
