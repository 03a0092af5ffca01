import NextLink from 'next/link';
import { cx } from '@/components/ui/cx';
import { FilterBar } from '@/components/ui/filter-bar';
import {
  CarriedFields,
  ChoiceField,
  type ChoiceProps,
  DayFields,
  namedAfterThemselves,
} from '@/components/ui/filter-fields';
import { type Period, type PeriodChoice, type Preset, presets } from '@/lib/annotations/period';

type Props = {
  action: string;
  period: Period;
  choice: PeriodChoice;
  plans?: string[];
  segments?: string[];
  /** One more choice, which only this screen has. */
  own?: ChoiceProps;
  /** Other fields of the address, which stay as they are. */
  carried?: Record<string, string | undefined>;
};

const NAMES: Record<Preset, string> = { '30': '30 days', '90': '90 days', '365': '365 days', all: 'All' };

/** Which days, and which accounts: offered lengths as links, anything else as a plain form. Works without JavaScript. */
export function PeriodPicker({
  action,
  period,
  choice,
  plans = [],
  segments = [],
  own,
  carried = {},
}: Props) {
  const hasAccounts = plans.length + segments.length > 0;
  const accounts = { plan: choice.plan, segment: choice.segment, ...(own && { [own.name]: own.set }) };
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <nav aria-label="Period" className="inline-flex rounded-full border border-line bg-sunken p-0.5">
        {presets.map((preset) => (
          <NextLink
            key={preset}
            href={addressOf(action, { ...carried, ...accounts, period: preset })}
            aria-current={period.preset === preset ? 'true' : undefined}
            className={cx(
              'flex h-8 items-center whitespace-nowrap rounded-full px-3 font-medium transition-colors coarse:h-11',
              period.preset === preset
                ? 'bg-surface text-accent shadow-card'
                : 'text-ink-mute hover:text-ink',
            )}
          >
            {NAMES[preset]}
          </NextLink>
        ))}
      </nav>
      <div className="w-full sm:w-auto">
        <FilterBar
          action={action}
          label="Days and accounts"
          folded={foldedName(hasAccounts, [
            period.preset === 'custom',
            choice.plan,
            choice.segment,
            own?.set,
          ])}
        >
          <CarriedFields fields={carried} />
          <DayFields from={period.from} to={period.to} />
          {plans.length > 0 && (
            <ChoiceField
              name="plan"
              label="Plan"
              set={choice.plan}
              options={listed(plans, choice.plan)}
              none="All"
            />
          )}
          {segments.length > 0 && (
            <ChoiceField
              name="segment"
              label="Segment"
              set={choice.segment}
              options={listed(segments, choice.segment)}
              none="All"
            />
          )}
          {own && <ChoiceField none="All" {...own} />}
        </FilterBar>
      </div>
    </div>
  );
}

/** The values with the one that is set, which nothing else on the screen names. */
function listed(values: string[], set: string | undefined) {
  return namedAfterThemselves(set && !values.includes(set) ? [set, ...values] : values);
}

/** What the form is called where it is folded, with the number of choices made in it. */
function foldedName(hasAccounts: boolean, choices: (string | boolean | undefined)[]): string {
  const made = choices.filter(Boolean).length;
  return `${hasAccounts ? 'Days and accounts' : 'Other days'}${made > 0 ? ` (${made})` : ''}`;
}

/** An address with the fields that are set. */
export function addressOf(action: string, fields: Record<string, string | undefined>): string {
  return `${action}?${new URLSearchParams(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])))}`;
}
