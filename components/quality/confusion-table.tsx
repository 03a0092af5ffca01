import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { sentimentLabels } from '@/lib/annotations/correction-schema';
import { formatNumber } from '@/lib/core/format';
import type { Quality } from '@/lib/quality/compute-quality';
import type { JudgedFilter } from '@/lib/quality/judged-filter';
import { answerNames } from '@/lib/quality/schema';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

type Label = (typeof sentimentLabels)[number];
type Props = { confusion: Quality['confusion']; hrefOf: (filter: JudgedFilter) => string };

/** What people say against what the engine says: where the two meet, it is right. */
export function ConfusionTable({ confusion, hrefOf }: Props) {
  const countOf = (person: Label, engine: Label) => confusion.get(`${person} ${engine}`) ?? 0;
  const allOf = (person: Label) => sentimentLabels.reduce((sum, engine) => sum + countOf(person, engine), 0);
  const columns: Column<Label>[] = [
    { key: 'person', header: 'People say', className: 'align-middle', cell: (person) => answerNames[person] },
    ...sentimentLabels.map(
      (engine): Column<Label> => ({
        key: engine,
        header: `Engine: ${answerNames[engine].toLowerCase()}`,
        align: 'right',
        className: 'align-middle',
        cell: (person) => (
          <span
            className={cx(
              'inline-block min-w-10 rounded px-2 py-0.5 text-right',
              person === engine && 'bg-positive-soft',
            )}
          >
            <Count
              count={countOf(person, engine)}
              href={hrefOf({ compared: '1', person, engine })}
              what={`people say ${person}, the engine ${engine}`}
            />
          </span>
        ),
      }),
    ),
    {
      key: 'all',
      header: 'All',
      align: 'right',
      className: 'align-middle',
      cell: (person) => (
        <Count count={allOf(person)} href={hrefOf({ compared: '1', person })} what={`people say ${person}`} />
      ),
    },
    {
      key: 'found',
      header: 'Found',
      align: 'right',
      cell: (person) => {
        const interval = computeWilsonInterval(countOf(person, person), allOf(person));
        if (!interval) return <span className="text-ink-mute">none to find</span>;
        return (
          <Estimate
            value={countOf(person, person) / allOf(person)}
            {...interval}
            format={{ kind: 'percent' }}
            stacked
          />
        );
      },
    },
  ];
  return (
    <Card flush>
      <Table
        caption="Statements by what people and the engine say"
        hideCaption
        onPhone="cards"
        columns={columns}
        rows={[...sentimentLabels]}
        rowKey={(person) => person}
      />
    </Card>
  );
}

function Count({ count, href, what }: { count: number; href: string; what: string }) {
  if (count === 0) return <span className="text-ink-mute">0</span>;
  return (
    <TextLink href={href}>
      {formatNumber(count)}
      <span className="sr-only">
        {' '}
        {count === 1 ? 'statement' : 'statements'}: {what}
      </span>
    </TextLink>
  );
}
