import type { EpochDay } from '@/lib/impact/months';
import type { ProblemMention } from '@/lib/impact/panel';

/** What one unit complained of, month by month: whether of the fixed theme, and of how many untouched ones. */
export interface ComplaintMonths {
  theme: Uint8Array;
  untouched: Uint16Array;
}

/**
 * The months of equal length, one after the other from `firstDay` on, in which units complained: by unit, in one pass over all
 * mentions. Units that complained of none of these themes in these months are absent.
 */
export function groupByMonth(
  mentions: readonly ProblemMention[],
  {
    firstDay,
    months,
    monthDays,
    themeId,
    untouchedIds,
  }: {
    firstDay: EpochDay;
    months: number;
    monthDays: number;
    themeId: string;
    untouchedIds: ReadonlySet<string>;
  },
): Map<string, ComplaintMonths> {
  const numberOf = new Map(Array.from(untouchedIds, (id, number) => [id, number]));
  const units = new Map<string, ComplaintMonths & { told: Set<number> }>();
  for (const mention of mentions) {
    const month = Math.floor((mention.occurredDay - firstDay) / monthDays);
    const number = numberOf.get(mention.themeId);
    const isOfTheme = mention.themeId === themeId;
    if (month < 0 || month >= months || (number === undefined && !isOfTheme)) continue;
    const unit = units.get(mention.unitId) ?? {
      ...{ theme: new Uint8Array(months), untouched: new Uint16Array(months) },
      told: new Set<number>(),
    };
    units.set(mention.unitId, unit);
    if (isOfTheme) unit.theme[month] = 1;
    if (number === undefined) continue;
    // Ten mentions of a theme in a month are one.
    const once = number * months + month;
    if (unit.told.has(once)) continue;
    unit.told.add(once);
    unit.untouched[month] = (unit.untouched[month] ?? 0) + 1;
  }
  return units;
}
