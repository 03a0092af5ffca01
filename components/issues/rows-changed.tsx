import { FormMessage } from '@/components/ui/form-message';
import { formatDateTime, formatNumber } from '@/lib/core/format';

type Props = {
  computedAt: Date;
  /** What the ranking counted of this list, and what there is now. */
  then: number;
  now: number;
};

/** Said above rows that are no longer those a ranking counted. */
export function RowsChanged({ computedAt, then, now }: Props) {
  return (
    <FormMessage tone="warning" title="Data changed since the ranking">
      The ranking of {formatDateTime(computedAt)} counted {formatNumber(then)} here, the rows below are the{' '}
      {formatNumber(now)} of now. The next ranking will count these.
    </FormMessage>
  );
}
