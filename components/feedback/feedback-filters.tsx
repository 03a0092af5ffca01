import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input, Select } from '@/components/ui/input';
import { kindNames, statementKinds } from '@/lib/annotations/correction-schema';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import type { FilterChoices } from '@/lib/annotations/find-filter-choices';
import { channelNames, channels } from '@/lib/feedback/schema';
import { languageName } from './filter-words';

type Props = { action: string; filter: FeedbackFilter; choices: FilterChoices; chips: FilterChip[] };

/** Set from other screens only; they stay while the rest changes. */
const CARRIED = ['account', 'contact', 'conversation', 'import', 'unread'] as const;

/** Asked for less often; in sight only when one of them is set. */
const FOLDED = ['channel', 'kind', 'language', 'plan', 'segment', 'problem', 'untagged'] as const;

/** What a list of feedback may be narrowed by. */
export function FeedbackFilters({ action, filter, choices, chips }: Props) {
  const named = (values: readonly string[]) => values.map((value) => ({ value, name: value }));
  return (
    <FilterBar action={action} label="Filter feedback" chips={chips} clearHref={action}>
      {CARRIED.map(
        (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
      )}
      <div className="sm:!w-full">
        <Field name="q" label="Words">
          {(control) => (
            <Input
              {...control}
              type="search"
              maxLength={200}
              defaultValue={filter.q}
              placeholder='slow "excel export" -csv'
            />
          )}
        </Field>
      </div>
      <Choice name="sentiment" label="Sentiment" filter={filter} options={SENTIMENTS} />
      <Choice
        name="theme"
        label="Theme"
        filter={filter}
        options={choices.themes.map(({ id, name }) => ({ value: id, name }))}
      />
      <DayField name="from" label="From" filter={filter} />
      <DayField name="to" label="To" filter={filter} />
      <details open={FOLDED.some((name) => filter[name])} className="group sm:order-last sm:basis-full">
        <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm text-sm text-ink-mute hover:text-ink coarse:min-h-11">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          More filters
        </summary>
        <div className="mt-2 grid grid-cols-1 items-end gap-3 sm:flex sm:flex-wrap sm:[&>div]:w-44">
          <Choice
            name="channel"
            label="Channel"
            filter={filter}
            options={channels.map((value) => ({ value, name: channelNames[value] }))}
          />
          <Choice
            name="kind"
            label="Kind"
            filter={filter}
            options={statementKinds.map((value) => ({ value, name: kindNames[value] }))}
          />
          <Choice
            name="language"
            label="Language"
            filter={filter}
            options={choices.languages.map((value) => ({ value, name: languageName(value) }))}
          />
          {choices.plans.length > 0 && (
            <Choice name="plan" label="Plan" filter={filter} options={named(choices.plans)} />
          )}
          {choices.segments.length > 0 && (
            <Choice name="segment" label="Segment" filter={filter} options={named(choices.segments)} />
          )}
          <div className="space-y-1 sm:!w-auto">
            <Checkbox
              key={`problem${filter.problem}`}
              name="problem"
              value="1"
              label="Problems with the theme only"
              defaultChecked={filter.problem === '1'}
            />
            <Checkbox
              key={`untagged${filter.untagged}`}
              name="untagged"
              value="1"
              label="Without any theme"
              defaultChecked={filter.untagged === '1'}
            />
          </div>
        </div>
      </details>
    </FilterBar>
  );
}

const SENTIMENTS = [
  { value: 'negative', name: 'Negative' },
  { value: 'neutral', name: 'Neutral' },
  { value: 'positive', name: 'Positive' },
];

type Part = { name: keyof FeedbackFilter; label: string; filter: FeedbackFilter };

/** A value that is set but not among the choices stays, or sending the form would drop it. */
function Choice({
  name,
  label,
  filter,
  options,
}: Part & { options: { value: string; name: string }[] }): ReactNode {
  const set = filter[name];
  const isListed = !set || options.some((option) => option.value === set);
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select key={set} {...control} defaultValue={set ?? ''}>
          <option value="">Any</option>
          {!isListed && <option value={set}>As set</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function DayField({ name, label, filter }: Part) {
  return (
    <Field name={name} label={label}>
      {(control) => <Input key={filter[name]} {...control} type="date" defaultValue={filter[name]} />}
    </Field>
  );
}
