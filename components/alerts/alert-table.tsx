import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { AlertRow } from '@/lib/alerts/find-alerts';
import { formatDate } from '@/lib/core/format';
import { formatProbability } from '@/lib/stats/describe-chance';
import { AlertBadge } from './alert-badges';
import { AlertReason } from './alert-reason';
import { alertTitle, kindWords } from './alert-words';

/** Alerts with why they were raised, and what became of them. */
export function AlertTable({ workspaceSlug, rows }: { workspaceSlug: string; rows: AlertRow[] }) {
  const columns: Column<AlertRow>[] = [
    {
      key: 'title',
      header: 'Alert',
      cell: (alert) => (
        <TextLink href={`/w/${workspaceSlug}/alerts/${alert.id}`}>{alertTitle(alert)}</TextLink>
      ),
    },
    {
      key: 'reason',
      header: 'Why',
      className: 'max-w-md',
      cell: (alert) => <AlertReason workspaceSlug={workspaceSlug} alert={alert} />,
    },
    { key: 'kind', header: 'Kind', cell: (alert) => kindWords[alert.kind] },
    {
      key: 'chance',
      header: 'Chance',
      cell: ({ qValue, pValue }) =>
        qValue === null && pValue === null ? (
          <span className="text-ink-mute">no history</span>
        ) : (
          <span className="whitespace-nowrap">
            {qValue === null ? formatProbability('p', pValue ?? 1) : formatProbability('q', qValue)}
          </span>
        ),
    },
    {
      key: 'day',
      header: 'Day',
      cell: ({ day }) => <span className="whitespace-nowrap">{formatDate(new Date(day))}</span>,
    },
    {
      key: 'state',
      header: 'State',
      cell: (alert) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <AlertBadge state={alert.state} />
          {alert.decidedBy && <span className="text-sm text-ink-mute">{alert.decidedBy}</span>}
        </span>
      ),
    },
  ];
  return (
    <Table
      caption="Alerts. p is the probability by chance, q is the expected share of false alarms among alerts as strong as this one."
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
