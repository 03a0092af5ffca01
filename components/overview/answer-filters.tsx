import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input, Select } from '@/components/ui/input';
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
const CARRIED = ['metric', 'account', 'contact', 'import', 'survey', 'wordless', 'score'] as const;

/** What a list of answers may be narrowed by. */
export function AnswerFilters({ action, clearHref, filter, plans, segments, chips }: Props) {
  const choices = [
    {
      name: 'group',
      label: 'Group',
      options: groupsOf(filter.metric).map((group) => ({ value: group as string, name: groupNames[group] })),
    },
    { name: 'plan', label: 'Plan', options: plans.map((plan) => ({ value: plan, name: plan })) },
    {
      name: 'segment',
      label: 'Segment',
      options: segments.map((segment) => ({ value: segment, name: segment })),
    },
  ] as const;
  return (
    <FilterBar action={action} label="Filter answers" chips={chips} clearHref={clearHref}>
      {CARRIED.map(
        (name) =>
          filter[name] !== undefined && <input key={name} type="hidden" name={name} value={filter[name]} />,
      )}
      {choices.map(
        ({ name, label, options }) =>
          options.length > 0 && (
            <Field key={name} name={name} label={label}>
              {(control) => (
                <Select key={filter[name]} {...control} defaultValue={filter[name] ?? ''}>
                  <option value="">Any</option>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ),
      )}
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} name={name} label={name === 'from' ? 'From' : 'To'}>
          {(control) => <Input key={filter[name]} {...control} type="date" defaultValue={filter[name]} />}
        </Field>
      ))}
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
