import { Tabs } from '@/components/ui/tabs';

/** The lengths of a period one can choose from, in days. */
export const PERIODS = [30, 90, 180, 365] as const;
export type PeriodDays = (typeof PERIODS)[number];
export const DEFAULT_PERIOD: PeriodDays = 90;

type Props = { days: number; hrefOf: (days: PeriodDays) => string };

/** How far back one looks. */
export function PeriodTabs({ days, hrefOf }: Props) {
  return (
    <Tabs
      label="Period"
      tabs={PERIODS.map((each) => ({
        label: each === 365 ? '12 months' : `${each} days`,
        href: hrefOf(each),
        active: each === days,
      }))}
    />
  );
}
