import { z } from 'zod';
import { channels } from '@/lib/feedback/schema';
import { dayInAddress, traitInAddress, wordsInAddress } from '@/lib/responses/address';

/** What a ranking may be recomputed for: some accounts, what came by one channel or from one source, a period. */
export const recordFilterSchema = z.object({
  plan: wordsInAddress.optional(),
  segment: wordsInAddress.optional(),
  /** A field of the workspace's own and its value, "region=North". */
  field: traitInAddress.optional(),
  channel: z.enum(channels).optional(),
  /** The id of where it came from: a file's kind, a survey, a program, a connector. */
  source: z.uuid().optional(),
  /** First and last day of complaints, included. */
  from: dayInAddress.optional(),
  to: dayInAddress.optional(),
});
export type RecordFilter = z.infer<typeof recordFilterSchema>;

const FIELDS = Object.keys(recordFilterSchema.shape) as (keyof RecordFilter)[];

/** Whether a filter leaves everything in. */
export function isEmptyFilter(filter: RecordFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

/** The fields of a filter that are set, as they stand in an address, in a fixed order. */
export function recordFilterFields(filter: RecordFilter): [name: keyof RecordFilter, value: string][] {
  return FIELDS.flatMap((name): [keyof RecordFilter, string][] => {
    const value = filter[name];
    return value ? [[name, value]] : [];
  });
}
