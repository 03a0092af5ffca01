import { ChevronRight } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { CarriedFields, ChoiceField, DayFields, namedAfterThemselves } from '@/components/ui/filter-fields';
import { Input } from '@/components/ui/input';
import { intentLabels, kindNames, statementKinds } from '@/lib/annotations/correction-schema';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import type { FilterChoices } from '@/lib/annotations/find-filter-choices';
import { channelNames, channels } from '@/lib/feedback/schema';
import { intentNames } from '@/lib/nlp/intents/intent';
import { languageName } from './language-name';

type Props = { action: string; filter: FeedbackFilter; choices: FilterChoices; chips: FilterChip[] };

/** Set from other screens only; they stay while the rest changes. */
const CARRIED = [
  'account',
  'accountless',
  'contact',
  'conversation',
  'import',
  'unjudged',
  'branch',
  'first',
  'read',
  'tagged',
  'unsure',
  'corrected',
  'reader',
  'source',
  'field',
  'dated',
] as const;

/** Asked for less often; in sight only when one of them is set. */
const FOLDED = ['channel', 'kind', 'intent', 'language', 'plan', 'segment', 'problem', 'untagged'] as const;

/** What a list of feedback may be narrowed by. */
export function FeedbackFilters({ action, filter, choices, chips }: Props) {
  return (
    <FilterBar action={action} label="Filter feedback" chips={chips} clearHref={action}>
      <CarriedFields fields={Object.fromEntries(CARRIED.map((name) => [name, filter[name]]))} />
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
      <ChoiceField name="sentiment" label="Sentiment" set={filter.sentiment} options={SENTIMENTS} />
      <ChoiceField
        name="theme"
        label="Theme"
        set={filter.theme}
        options={choices.themes.map(({ id, name }) => ({ value: id, name }))}
      />
      <DayFields from={filter.from} to={filter.to} />
      <details open={FOLDED.some((name) => filter[name])} className="group sm:order-last sm:basis-full">
        <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm text-sm text-ink-mute hover:text-ink coarse:min-h-11">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
          More filters
        </summary>
        <div className="mt-2 grid grid-cols-1 items-end gap-3 sm:flex sm:flex-wrap sm:[&>div]:w-44">
          <ChoiceField
            name="channel"
            label="Channel"
            set={filter.channel}
            options={channels.map((value) => ({ value, name: channelNames[value] }))}
          />
          <ChoiceField
            name="kind"
            label="Kind"
            set={filter.kind}
            options={statementKinds.map((value) => ({ value, name: kindNames[value] }))}
          />
          <ChoiceField
            name="intent"
            label="Intent"
            set={filter.intent}
            options={intentNames.map((value) => ({ value, name: intentLabels[value] }))}
          />
          <ChoiceField
            name="language"
            label="Language"
            set={filter.language}
            options={choices.languages.map((value) => ({ value, name: languageName(value) }))}
          />
          {choices.plans.length > 0 && (
            <ChoiceField
              name="plan"
              label="Plan"
              set={filter.plan}
              options={namedAfterThemselves(choices.plans)}
            />
          )}
          {choices.segments.length > 0 && (
            <ChoiceField
              name="segment"
              label="Segment"
              set={filter.segment}
              options={namedAfterThemselves(choices.segments)}
            />
          )}
          <div className="space-y-1 sm:!w-auto">
            <Checkbox
              key={`problem${filter.problem}`}
              name="problem"
              value="1"
              label="Problems only"
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
