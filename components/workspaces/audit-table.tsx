import { History } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/core/format';
import type { AuditRow } from '@/lib/workspaces/audit-page';
import { describeAction, describeDetails } from './describe-audit';

/** Who did what, when, to what. */
export function AuditTable({ rows, isBeyondEnd }: { rows: AuditRow[]; isBeyondEnd: boolean }) {
  return (
    <Card flush>
      <Table
        caption="Audit log, the newest entry first"
        hideCaption
        onPhone="cards"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          isBeyondEnd ? (
            <EmptyState icon={History} title="Nothing further">
              The log ends here. Go back to the newest entries.
            </EmptyState>
          ) : (
            <EmptyState icon={History} title="No entry yet">
              What members and jobs change in this workspace is written here.
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'occurredAt',
            header: 'When',
            cell: ({ occurredAt }) => (
              <time dateTime={occurredAt.toISOString()} className="whitespace-nowrap">
                {formatDateTime(occurredAt)}
              </time>
            ),
          },
          { key: 'actor', header: 'Who', cell: ({ actorName }) => actorName },
          { key: 'action', header: 'What', cell: ({ action }) => describeAction(action) },
          {
            key: 'subject',
            header: 'To what',
            cell: ({ subjectKind, subjectName }) => (
              <span className="break-words">
                {subjectKind}
                {subjectName && <span className="block break-all text-sm text-ink-mute">{subjectName}</span>}
              </span>
            ),
          },
          {
            key: 'details',
            header: 'Details',
            cell: ({ details }) => (
              <span className="block max-w-prose break-words text-sm">{describeDetails(details)}</span>
            ),
          },
        ]}
      />
    </Card>
  );
}
