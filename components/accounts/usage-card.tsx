import NextLink from 'next/link';
import { Sparkline } from '@/components/charts/sparkline';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { usageHref, weekOf } from '@/lib/accounts/usage-href';
import { computeUsageTrend, type UsageWeek } from '@/lib/accounts/usage-trend';
import { formatDate, formatNumber } from '@/lib/core/format';
import { describeUsage } from './usage-words';

type Props = { workspaceSlug: string; accountId: string; weeks: UsageWeek[] };

/** How many people use the product each week, and whether that faded. */
export function UsageCard({ workspaceSlug, accountId, weeks }: Props) {
  const last = weeks.at(-1);
  const hrefOf = ({ monday }: UsageWeek) => usageHref(workspaceSlug, { accountId, ...weekOf(monday) });
  return (
    <Section id="use" title="Use">
      <Card>
        {last ? (
          <div className="space-y-3">
            <div className="flex items-end justify-between gap-4">
              <p>
                <NextLink
                  href={hrefOf(last)}
                  className="rounded-sm text-3xl font-semibold tracking-tight decoration-line-strong/50 underline-offset-4 hover:text-accent hover:underline"
                >
                  {formatNumber(last.activeUsers)}
                </NextLink>{' '}
                <span className="text-ink-mute">active people in the week of {formatDate(last.monday)}</span>
              </p>
              <Sparkline
                values={weeks.map(({ activeUsers }) => activeUsers)}
                label={`Active people a week, last ${weeks.length} weeks: from ${weeks[0]?.activeUsers} to ${last.activeUsers}`}
              />
            </div>
            <p>{describeUsage(computeUsageTrend(weeks))}</p>
            <details>
              <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm text-sm text-ink-mute hover:text-ink">
                Show each week
              </summary>
              <div className="mt-2 max-h-64 overflow-y-auto rounded border border-line">
                <Table
                  caption="Active people by week"
                  hideCaption
                  columns={[
                    { key: 'week', header: 'Week of', cell: ({ monday }) => formatDate(monday) },
                    {
                      key: 'people',
                      header: 'Active people',
                      align: 'right',
                      cell: (week) => (
                        <TextLink href={hrefOf(week)}>{formatNumber(week.activeUsers)}</TextLink>
                      ),
                    },
                  ]}
                  rows={[...weeks].reverse()}
                  rowKey={({ monday }) => monday.toISOString()}
                />
              </div>
            </details>
          </div>
        ) : (
          <p className="text-ink-mute">No use was recorded for it.</p>
        )}
      </Card>
    </Section>
  );
}
