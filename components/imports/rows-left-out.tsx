import { FormMessage } from '@/components/ui/form-message';
import { formatCount } from '@/lib/core/format';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import type { RowsAhead } from './rows-ahead';

/** Says before the import which rows it will leave out, and what can be done about it. */
export function RowsLeftOut({ rows, target }: { rows: RowsAhead; target: ImportTarget }) {
  const { unreadable, undated, profiled, count, isExact } = rows;
  if (unreadable === 0 && undated === 0) return null;
  const of = isExact ? `of ${formatCount(count, 'row')}` : `of the first ${formatCount(profiled, 'row')}`;
  return (
    <FormMessage tone="warning" title="Some rows will be left out">
      <ul className="list-disc pl-5">
        {unreadable > 0 && (
          <li>{`${unreadable} ${isExact ? of : 'of the first rows'} cannot be read. Each is listed with its reason after the import.`}</li>
        )}
        {undated > 0 && target === 'feedback' && (
          <li>{`${undated} ${of} ${undated === 1 ? 'has' : 'have'} no date. Give a day under “For all rows” to keep them.`}</li>
        )}
      </ul>
    </FormMessage>
  );
}
