import type { Arrival } from '@/lib/ingest/arrivals/arrival';

/** An account that a CRM has deleted. Its ARR ends where it is the CRM that tells it. */
export const accountRemoval = (
  externalId: string,
  system: string,
  deletedAt: Date,
  { arrField }: { arrField: string },
): Arrival => ({
  ...{ kind: 'removal', of: 'account' },
  ...{ externalId, system, deletedAt, endsArr: arrField !== '' },
});
