import { PageSteps } from '@/components/ui/page-steps';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Activity } from '@/lib/issues/find-activity';
import { describeActivity } from './activity-words';

type Props = {
  rows: Activity[];
  total: number;
  page: number;
  pageSize: number;
  names: ReadonlyMap<string, string>;
  now: Date;
  hrefOf: (page: number) => string;
};

/** Who changed what of an issue, the latest first. */
export function ActivityLog({ rows, total, page, pageSize, names, now, hrefOf }: Props) {
  if (rows.length === 0) {
    return <p className="text-ink-mute">{total === 0 ? 'Nobody has changed it yet.' : 'Nothing further.'}</p>;
  }
  const nameOf = (id: string) => names.get(id) ?? 'somebody unknown';
  return (
    <div className="space-y-4">
      <ol className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="py-2">
            <span className="block break-words">{describeActivity(row, nameOf)}</span>
            <span className="text-sm text-ink-mute">
              {row.actorName ?? 'Verbatim'}, <RelativeTime date={row.occurredAt} now={now} />
            </span>
          </li>
        ))}
      </ol>
      {total > pageSize && (
        <PageSteps
          label="Pages of the history"
          page={page}
          pageSize={pageSize}
          shown={rows.length}
          total={total}
          noun="change"
          hrefOf={hrefOf}
        />
      )}
    </div>
  );
}
