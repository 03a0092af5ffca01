import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input, Select } from '@/components/ui/input';
import {
  type AccountFilter,
  type AccountListQuery,
  accountsHref,
  withoutField,
} from '@/lib/accounts/account-list-query';

type Props = {
  workspaceSlug: string;
  query: AccountListQuery;
  choices: { plans: string[]; segments: string[]; themes: { id: string; name: string }[] };
};

const STATUSES = [
  { value: 'active', name: 'Active' },
  { value: 'churned', name: 'Churned' },
];

/** What the list of accounts may be narrowed by. The order stays as it is. */
export function AccountFilters({ workspaceSlug, query, choices }: Props) {
  const { filter, sort, order } = query;
  const home = accountsHref(workspaceSlug, {});
  const named = (values: string[]) => values.map((value) => ({ value, name: value }));
  const themes = choices.themes.map(({ id, name }) => ({ value: id, name }));
  return (
    <FilterBar
      action={home}
      label="Filter accounts"
      chips={chipsOf(workspaceSlug, query, themes)}
      clearHref={accountsHref(workspaceSlug, {}, { sort, order })}
    >
      <input type="hidden" name="sort" value={sort} />
      <input type="hidden" name="order" value={order} />
      <div className="sm:!w-64">
        <Field name="q" label="Name, domain or id">
          {(control) => (
            <Input key={filter.q} {...control} type="search" maxLength={200} defaultValue={filter.q} />
          )}
        </Field>
      </div>
      <Choice name="status" label="Status" filter={filter} options={STATUSES} />
      {choices.plans.length > 0 && (
        <Choice name="plan" label="Plan" filter={filter} options={named(choices.plans)} />
      )}
      {choices.segments.length > 0 && (
        <Choice name="segment" label="Segment" filter={filter} options={named(choices.segments)} />
      )}
      {themes.length > 0 && (
        <Choice name="theme" label="Had a problem with" filter={filter} options={themes} />
      )}
      {filter.theme && (
        <div className="sm:!w-auto">
          <Checkbox
            key={filter.exposed}
            name="exposed"
            value="1"
            label="In the last 90 days, and still a customer"
            defaultChecked={filter.exposed === '1'}
          />
        </div>
      )}
    </FilterBar>
  );
}

type ChoiceProps = {
  name: 'status' | 'plan' | 'segment' | 'theme';
  label: string;
  filter: AccountFilter;
  options: { value: string; name: string }[];
};

/** A value that is set but not among the choices stays, or sending the form would drop it. */
function Choice({ name, label, filter, options }: ChoiceProps) {
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

function chipsOf(
  workspaceSlug: string,
  { filter, sort, order }: AccountListQuery,
  themes: { value: string; name: string }[],
): FilterChip[] {
  const labels: Record<keyof AccountFilter, string> = {
    q: 'Contains',
    status: 'Status',
    plan: 'Plan',
    segment: 'Segment',
    theme: 'Had a problem with',
    exposed: 'When',
  };
  const words: Partial<Record<keyof AccountFilter, string | undefined>> = {
    status: STATUSES.find(({ value }) => value === filter.status)?.name,
    theme: themes.find(({ value }) => value === filter.theme)?.name ?? 'a theme no longer listed',
    exposed: 'in the last 90 days',
  };
  return (Object.keys(labels) as (keyof AccountFilter)[]).flatMap((field) => {
    const value = filter[field];
    if (!value) return [];
    const removeHref = accountsHref(workspaceSlug, withoutField(filter, field), { sort, order });
    return [{ name: labels[field], value: words[field] ?? value, removeHref }];
  });
}
