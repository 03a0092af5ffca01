import { Card } from '@/components/ui/card';
import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ValueFormat } from '@/components/ui/value-format';
import { formatNumber } from '@/lib/core/format';
import { type Estimated, FEWEST_STATEMENTS, type GroupAgreement } from '@/lib/quality/compute-quality';

type Props<Key extends string> = {
  caption: string;
  header: string;
  groups: GroupAgreement<Key>[];
  nameOf?: (group: GroupAgreement<Key>) => string;
  hrefOf: (group: GroupAgreement<Key>) => string;
};

/** Agreement in each group of statements, the largest first. */
export function AgreementTable<Key extends string>({
  caption,
  header,
  groups,
  nameOf = ({ name }) => name,
  hrefOf,
}: Props<Key>) {
  const columns: Column<GroupAgreement<Key>>[] = [
    { key: 'name', header, cell: (group) => <span className="break-words">{nameOf(group)}</span> },
    {
      key: 'n',
      header: 'Statements',
      align: 'right',
      cell: (group) => (
        <TextLink href={hrefOf(group)}>
          {formatNumber(group.n)}
          <span className="sr-only">
            {' '}
            {group.n === 1 ? 'statement' : 'statements'}, {nameOf(group)}
          </span>
        </TextLink>
      ),
    },
    {
      key: 'right',
      header: 'Right',
      align: 'right',
      cell: ({ accuracy }) => <Figure figure={accuracy} format={{ kind: 'percent' }} />,
    },
    {
      key: 'macroF1',
      header: 'Macro-F1',
      align: 'right',
      cell: ({ macroF1, n }) => <Figure figure={macroF1} n={n} format={{ kind: 'percent' }} />,
    },
    {
      key: 'alpha',
      header: 'Alpha',
      align: 'right',
      cell: ({ alpha, n }) => <Figure figure={alpha} n={n} format={{ kind: 'decimal', digits: 2 }} />,
    },
  ];
  return (
    <Card flush>
      <Table
        caption={caption}
        hideCaption
        onPhone="cards"
        columns={columns}
        rows={groups}
        rowKey={({ key }) => key}
      />
    </Card>
  );
}

/** A figure with its interval, or a dash and why there is none. */
function Figure({ figure, n = 0, format }: { figure: Estimated | null; n?: number; format: ValueFormat }) {
  if (!figure) {
    const reason =
      n < FEWEST_STATEMENTS ? `Under ${FEWEST_STATEMENTS} statements` : 'Everybody says the same throughout';
    return (
      <span className="text-ink-mute" title={reason}>
        <span aria-hidden>–</span>
        <span className="sr-only">{reason}</span>
      </span>
    );
  }
  return (
    <Estimate
      value={figure.value}
      {...(figure.interval ? { low: figure.interval.low, high: figure.interval.high } : {})}
      format={format}
      stacked
    />
  );
}
