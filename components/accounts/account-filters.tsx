import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { CarriedFields, ChoiceField, namedAfterThemselves } from '@/components/ui/filter-fields';
import { Input } from '@/components/ui/input';
import {
  type AccountFilter,
  type AccountListQuery,
  accountsHref,
  withoutField,
} from '@/lib/accounts/account-list-query';
import { formatCount, formatDate, formatMonth } from '@/lib/core/format';
import { eventWords } from './health-words';

type Named = { id: string; name: string };

type Props = {
  workspaceSlug: string;
  query: AccountListQuery;
  choices: {
    plans: string[];
    segments: string[];
    themes: Named[];
    owners: Named[];
    fields: { value: string; name: string }[];
  };
  /** Days in which a problem makes an account exposed now. */
  windowDays: number;
  /** The file of the import that the list is narrowed to. */
  importName: string | undefined;
};

const STATUSES = [
  { value: 'active', name: 'Active' },
  { value: 'churned', name: 'Churned' },
];

/** What the list of accounts may be narrowed by. The order stays as it is. */
export function AccountFilters({ workspaceSlug, query, choices, windowDays, importName }: Props) {
  const { filter, sort, order } = query;
  const home = accountsHref(workspaceSlug, {});
  const themes = choices.themes.map(({ id, name }) => ({ value: id, name }));
  return (
    <FilterBar
      action={home}
      label="Filter accounts"
      chips={chipsOf(workspaceSlug, query, themes, { windowDays, importName, owners: choices.owners })}
      clearHref={accountsHref(workspaceSlug, {}, { sort, order })}
    >
      <CarriedFields
        fields={{
          sort,
          order,
          import: filter.import,
          currency: filter.currency,
          unrated: filter.unrated,
          mentions: filter.mentions,
          learned: filter.learned,
          left: filter.left,
          since: filter.since,
          kept: filter.kept,
          from: filter.from,
          to: filter.to,
          ...(filter.theme ? {} : { exposed: filter.exposed }),
        }}
      />
      <div className="sm:!w-64">
        <Field name="q" label="Name, domain or id">
          {(control) => (
            <Input key={filter.q} {...control} type="search" maxLength={200} defaultValue={filter.q} />
          )}
        </Field>
      </div>
      <ChoiceField name="status" label="Status" set={filter.status} options={STATUSES} />
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
      {choices.fields.length > 0 && (
        <ChoiceField name="field" label="Field of your own" set={filter.field} options={choices.fields} />
      )}
      {choices.owners.length > 0 && (
        <ChoiceField
          name="owner"
          label="Looked after by"
          set={filter.owner}
          options={choices.owners.map(({ id, name }) => ({ value: id, name }))}
        />
      )}
      {themes.length > 0 && (
        <ChoiceField name="theme" label="Had a problem with" set={filter.theme} options={themes} />
      )}
      {filter.theme && (
        <div className="sm:!w-auto">
          <Checkbox
            key={filter.exposed}
            name="exposed"
            value="1"
            label={`In the last ${windowDays} days, and still a customer`}
            defaultChecked={filter.exposed === '1'}
          />
        </div>
      )}
    </FilterBar>
  );
}

function chipsOf(
  workspaceSlug: string,
  { filter, sort, order }: AccountListQuery,
  themes: { value: string; name: string }[],
  { windowDays, importName, owners }: Pick<Props, 'windowDays' | 'importName'> & { owners: Named[] },
): FilterChip[] {
  const labels: Record<keyof AccountFilter, string> = {
    q: 'Contains',
    status: 'Status',
    plan: 'Plan',
    segment: 'Segment',
    theme: 'Had a problem with',
    exposed: filter.theme ? 'When' : 'Had a problem',
    mentions: 'Mentioned',
    from: 'From',
    to: 'To',
    currency: 'ARR in',
    unrated: 'ARR in a currency',
    import: 'Added or changed by',
    field: 'Field',
    owner: 'Looked after by',
    learned: 'Health learned from those that',
    left: 'Left in',
    since: 'Customers since',
    kept: 'Still there after',
  };
  const words: Partial<Record<keyof AccountFilter, string | undefined>> = {
    status: STATUSES.find(({ value }) => value === filter.status)?.name,
    theme: themes.find(({ value }) => value === filter.theme)?.name ?? 'a theme no longer listed',
    mentions: themes.find(({ value }) => value === filter.mentions)?.name ?? 'a theme no longer listed',
    from: filter.from && formatDate(new Date(filter.from)),
    to: filter.to && formatDate(new Date(filter.to)),
    exposed: `${filter.exposed === 'linked' ? 'associated with churn, ' : ''}in the last ${windowDays} days`,
    unrated: 'without a rate',
    import: importName ?? 'an import that is not here',
    owner: owners.find(({ id }) => id === filter.owner)?.name ?? 'somebody no longer here',
    learned: filter.learned && eventWords[filter.learned],
    left: filter.left
      ?.split('_')
      .map((month) => formatMonth(new Date(`${month}-01`)))
      .join(' to '),
    since: filter.since && formatMonth(new Date(`${filter.since}-01`)),
    kept: filter.kept && formatCount(Number(filter.kept), 'month'),
  };
  return (Object.keys(labels) as (keyof AccountFilter)[]).flatMap((field) => {
    const value = filter[field];
    if (!value) return [];
    const removeHref = accountsHref(workspaceSlug, withoutField(filter, field), { sort, order });
    return [{ name: labels[field], value: words[field] ?? value, removeHref }];
  });
}
