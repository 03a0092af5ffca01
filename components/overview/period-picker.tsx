import NextLink from 'next/link';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { type Period, type PeriodChoice, type Preset, presets } from '@/lib/annotations/period';

type Props = {
  action: string;
  period: Period;
  choice: PeriodChoice;
  plans?: string[];
  segments?: string[];
  /** Other fields of the address, which stay as they are. */
  carried?: Record<string, string | undefined>;
};

const NAMES: Record<Preset, string> = { '30': '30 days', '90': '90 days', '365': '365 days', all: 'All' };

/** Which days, and which accounts: offered lengths as links, anything else as a plain form. Works without JavaScript. */
export function PeriodPicker({ action, period, choice, plans = [], segments = [], carried = {} }: Props) {
  const accounts = { plan: choice.plan, segment: choice.segment };
  return (
    <search className="flex flex-wrap items-end gap-x-6 gap-y-3">
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
      <form
        action={action}
        aria-label="Days and accounts"
        className="grid grow grid-cols-2 items-end gap-3 sm:flex sm:grow-0 sm:flex-wrap sm:[&>div]:w-36"
      >
        {Object.entries(carried).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} name={name} label={name === 'from' ? 'From' : 'To'}>
            {(control) => <Input key={period[name]} {...control} type="date" defaultValue={period[name]} />}
          </Field>
        ))}
        <AccountChoice name="plan" label="Plan" values={plans} set={choice.plan} />
        <AccountChoice name="segment" label="Segment" values={segments} set={choice.segment} />
        <Button type="submit">Apply</Button>
      </form>
    </search>
  );
}

type AccountProps = { name: 'plan' | 'segment'; label: string; values: string[]; set: string | undefined };

function AccountChoice({ name, label, values, set }: AccountProps) {
  if (values.length === 0) return null;
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select key={set} {...control} defaultValue={set ?? ''}>
          <option value="">All</option>
          {set && !values.includes(set) && <option value={set}>{set}</option>}
          {values.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** An address with the fields that are set. */
export function addressOf(action: string, fields: Record<string, string | undefined>): string {
  return `${action}?${new URLSearchParams(Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])))}`;
}
