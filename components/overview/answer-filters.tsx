import { Checkbox } from '@/components/ui/checkbox';
import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { CarriedFields, ChoiceField, DayFields, namedAfterThemselves } from '@/components/ui/filter-fields';
import { groupNames, groupsOf, type ResponseFilter } from '@/lib/responses/response-filter';

type Props = {
  action: string;
  clearHref: string;
  filter: ResponseFilter;
  plans: string[];
  segments: string[];
  chips: FilterChip[];
};

/** Set from other screens or by the tabs; they stay while the rest changes. */
const CARRIED = [
  'metric',
  'account',
  'contact',
  'import',
  'survey',
  'wordless',
  'score',
  'trait',
  'dated',
] as const;

/** What a list of answers may be narrowed by. */
export function AnswerFilters({ action, clearHref, filter, plans, segments, chips }: Props) {
  const groups = groupsOf(filter.metric).map((group) => ({ value: group, name: groupNames[group] }));
  return (
    <FilterBar action={action} label="Filter answers" chips={chips} clearHref={clearHref}>
      <CarriedFields fields={Object.fromEntries(CARRIED.map((name) => [name, filter[name]]))} />
      <ChoiceField name="group" label="Group" set={filter.group} options={groups} />
      {plans.length > 0 && (
        <ChoiceField name="plan" label="Plan" set={filter.plan} options={namedAfterThemselves(plans)} />
      )}
      {segments.length > 0 && (
        <ChoiceField
          name="segment"
          label="Segment"
          set={filter.segment}
          options={namedAfterThemselves(segments)}
        />
      )}
      <DayFields from={filter.from} to={filter.to} />
      <div className="sm:!w-auto sm:pb-1.5">
        <Checkbox
          key={filter.latest}
          name="latest"
          value="1"
          label="Latest answer of each person"
          defaultChecked={filter.latest === '1'}
        />
      </div>
    </FilterBar>
  );
}
