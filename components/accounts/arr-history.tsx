import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { ArrLine } from '@/lib/accounts/get-account';
import { formatDate, formatMoney } from '@/lib/core/format';

/** What an account paid a year, from which day on; the newest first. */
export function ArrHistory({ lines }: { lines: ArrLine[] }) {
  const hasReasons = lines.some(({ reason }) => reason);
  return (
    <Section id="arr-over-time" title="ARR over time">
      <Card flush>
        <Table
          caption="ARR by the day from which it held"
          hideCaption
          columns={[
            { key: 'from', header: 'From', cell: ({ validFrom }) => formatDate(validFrom) },
            {
              key: 'arr',
              header: 'ARR',
              align: 'right',
              cell: ({ arrCents, currency }) => formatMoney(arrCents, currency),
            },
            ...(hasReasons
              ? [
                  {
                    key: 'reason',
                    header: 'Reason given',
                    cell: ({ reason }: ArrLine) => (
                      <span dir="auto" className="break-words">
                        {reason}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
          rows={lines}
          rowKey={({ id }) => id}
          empty={<p className="p-4 text-ink-mute">No ARR was imported for it.</p>}
        />
      </Card>
    </Section>
  );
}
