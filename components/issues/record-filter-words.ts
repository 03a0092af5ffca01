import { channelNames } from '@/lib/feedback/schema';
import { isEmptyFilter, type RecordFilter, recordFilterFields } from '@/lib/impact/record-filter';

const NAMES: Record<keyof RecordFilter, string> = {
  segment: 'Segment',
  plan: 'Plan',
  field: 'Field',
  channel: 'Channel',
  source: 'Source',
  from: 'From',
  to: 'To',
};

/** What a filter holds by id, by name; one that stands for nothing is absent. */
export type FilterNames = { source?: string };

/** What a ranking is recomputed for, field by field, as people call it. */
export function nameRecordFilter(
  filter: RecordFilter,
  names: FilterNames,
): { field: keyof RecordFilter; name: string; value: string }[] {
  return recordFilterFields(filter).map(([field, value]) => ({
    field,
    name: NAMES[field],
    value: nameValue(field, value, filter, names),
  }));
}

function nameValue(
  field: keyof RecordFilter,
  value: string,
  { channel }: RecordFilter,
  { source }: FilterNames,
): string {
  if (field === 'channel' && channel) return channelNames[channel];
  return field === 'source' ? (source ?? 'not found') : value;
}

/** "Plan: team, Channel: Ticket". */
export function describeRecordFilter(filter: RecordFilter, names: FilterNames): string {
  return nameRecordFilter(filter, names)
    .map(({ name, value }) => `${name}: ${value}`)
    .join(', ');
}

/** "Recomputed for Plan: team", or "Ranked" where it is not for a part. */
export function rankedFor(filter: RecordFilter, names: FilterNames): string {
  return isEmptyFilter(filter) ? 'Ranked' : `Recomputed for ${describeRecordFilter(filter, names)},`;
}
