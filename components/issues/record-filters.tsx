import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { CarriedFields, ChoiceField, DayFields, namedAfterThemselves } from '@/components/ui/filter-fields';
import { channelNames, channels } from '@/lib/feedback/schema';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { formatListQuery, type IssueListState } from '@/lib/issues/list-query';
import { formatWeights } from '@/lib/issues/weights';
import { nameRecordFilter } from './record-filter-words';

type Props = {
  listHref: string;
  state: IssueListState;
  plans: string[];
  segments: string[];
  sources: { id: string; name: string }[];
  fields: { value: string; name: string }[];
};

/** What the ranking is recomputed for. Weights, status and owner stay as they are. */
export function RecordFilters({ listHref, state, plans, segments, sources, fields }: Props) {
  const { filter, weights, status, owner } = state;
  const hrefOf = (kept: RecordFilter) => {
    const query = formatListQuery({ ...state, filter: kept });
    return query ? `${listHref}?${query}` : listHref;
  };
  const source = sources.find(({ id }) => id === filter.source)?.name;
  const chips = nameRecordFilter(filter, { ...(source && { source }) }).map(
    ({ field, name, value }): FilterChip => {
      const { [field]: _, ...kept } = filter;
      return { name, value, removeHref: hrefOf(kept) };
    },
  );
  return (
    <FilterBar
      action={listHref}
      label="Recompute the ranking for"
      chips={chips}
      clearHref={hrefOf({})}
      folded="Recompute for a part"
      isFolded
    >
      <CarriedFields
        fields={{
          weights: weights ? formatWeights(weights) : undefined,
          status: status ?? undefined,
          owner: owner ?? undefined,
        }}
      />
      {segments.length > 0 && (
        <ChoiceField
          name="segment"
          label="Segment"
          set={filter.segment}
          options={namedAfterThemselves(segments)}
        />
      )}
      {plans.length > 0 && (
        <ChoiceField name="plan" label="Plan" set={filter.plan} options={namedAfterThemselves(plans)} />
      )}
      {fields.length > 0 && (
        <ChoiceField name="field" label="Field of your own" set={filter.field} options={fields} />
      )}
      <ChoiceField
        name="channel"
        label="Channel"
        set={filter.channel}
        options={channels.map((channel) => ({ value: channel, name: channelNames[channel] }))}
      />
      {(sources.length > 1 || filter.source) && (
        <ChoiceField
          name="source"
          label="Source"
          set={filter.source}
          options={sources.map(({ id, name }) => ({ value: id, name }))}
        />
      )}
      <DayFields from={filter.from} to={filter.to} />
    </FilterBar>
  );
}
