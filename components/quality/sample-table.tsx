import { daysInWords } from '@/components/overview/period-words';
import { Card } from '@/components/ui/card';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatDateTime, formatNumber } from '@/lib/core/format';
import type { Sample } from '@/lib/quality/find-samples';
import { judgedHref } from '@/lib/quality/judged-filter';
import { drawnHref } from './drawn-href';
import { PopulationLink } from './population-link';

type Props = { workspaceSlug: string; samples: Sample[]; shownId: string };

/** All samples, to look at an earlier one again. */
export function SampleTable({ workspaceSlug, samples, shownId }: Props) {
  const columns: Column<Sample>[] = [
    {
      key: 'drawnAt',
      header: 'Drawn',
      cell: ({ id, drawnAt }) =>
        id === shownId ? (
          `${formatDateTime(drawnAt)} (shown)`
        ) : (
          <TextLink href={`/w/${workspaceSlug}/quality?sample=${id}`}>{formatDateTime(drawnAt)}</TextLink>
        ),
    },
    { key: 'by', header: 'By', cell: ({ drawnBy }) => drawnBy ?? '–' },
    { key: 'period', header: 'Said', cell: (sample) => daysInWords(sample) },
    {
      key: 'size',
      header: 'Drawn from',
      align: 'right',
      cell: (sample) => (
        <>
          <TextLink href={drawnHref(workspaceSlug, sample.id)}>{formatNumber(sample.size)}</TextLink> of{' '}
          <PopulationLink workspaceSlug={workspaceSlug} sample={sample} />
        </>
      ),
    },
    {
      key: 'labelled',
      header: 'Labelled',
      align: 'right',
      cell: ({ id, labelled }) =>
        labelled === 0 ? (
          '0'
        ) : (
          <TextLink href={judgedHref(workspaceSlug, id, {})}>{formatNumber(labelled)}</TextLink>
        ),
    },
    { key: 'seed', header: 'Seed', align: 'right', cell: ({ seed }) => <code>{seed}</code> },
  ];
  return (
    <Card flush>
      <Table
        caption="Samples, the newest first"
        hideCaption
        onPhone="cards"
        columns={columns}
        rows={samples}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}
