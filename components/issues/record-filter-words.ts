import { channelNames } from '@/lib/feedback/schema';
import { isEmptyFilter, type RecordFilter, recordFilterFields } from '@/lib/impact/record-filter';

const NAMES: Record<keyof RecordFilter, string> = {
  segment: 'Segment',
  plan: 'Plan',
  field: 'Field',
  channel: 'Channel',
  from: 'From',
  to: 'To',
};

/** What a ranking is recomputed for, field by field, as people call it. */
export function nameRecordFilter(
  filter: RecordFilter,
): { field: keyof RecordFilter; name: string; value: string }[] {
  return recordFilterFields(filter).map(([field, value]) => ({
    field,
    name: NAMES[field],
    value: field === 'channel' && filter.channel ? channelNames[filter.channel] : value,
  }));
}

/** "Plan: team, Channel: Ticket". */
export function describeRecordFilter(filter: RecordFilter): string {
  return nameRecordFilter(filter)
    .map(({ name, value }) => `${name}: ${value}`)
    .join(', ');
}

/** "Recomputed for Plan: team", or "Ranked" where it is not for a part. */
export function rankedFor(filter: RecordFilter): string {
  return isEmptyFilter(filter) ? 'Ranked' : `Recomputed for ${describeRecordFilter(filter)},`;
}
