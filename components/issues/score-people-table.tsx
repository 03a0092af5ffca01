import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatNumber } from '@/lib/core/format';
import type { ScorePerson } from '@/lib/impact/find-score-people';

type Props = {
  rows: ScorePerson[];
  personHrefOf: (contactId: string) => string;
  /** Opens the answers of a contact. */
  answersHrefOf: (contactId: string) => string;
};

/** People who gave a score and wrote something, one a row. */
export function ScorePeopleTable({ rows, personHrefOf, answersHrefOf }: Props) {
  const columns: Column<ScorePerson>[] = [
    {
      key: 'name',
      header: 'Person',
      cell: ({ contactId, name }) =>
        contactId === null ? (
          <span className="text-ink-mute">nobody known</span>
        ) : (
          <TextLink href={personHrefOf(contactId)}>{name ?? 'no name'}</TextLink>
        ),
    },
    { key: 'score', header: 'Latest score', align: 'right', cell: ({ score }) => formatNumber(score) },
    { key: 'when', header: 'Given on', cell: ({ answeredAt }) => formatDate(answeredAt) },
    {
      key: 'counted',
      header: 'Answers counted',
      align: 'right',
      cell: ({ answers }) => formatNumber(answers),
    },
    {
      key: 'answers',
      header: 'All answers',
      cell: ({ contactId, name }) =>
        contactId === null ? (
          '–'
        ) : (
          <TextLink href={answersHrefOf(contactId)}>
            Open<span className="sr-only"> the answers of {name ?? 'a person without a name'}</span>
          </TextLink>
        ),
    },
    { key: 'complains', header: 'Complains', cell: describeComplaining },
  ];
  return (
    <Table
      caption="People who gave a score and wrote something, the latest first"
      columns={columns}
      rows={rows}
      rowKey={({ personId }) => personId}
      onPhone="cards"
    />
  );
}

function describeComplaining({ answers, complainingAnswers }: ScorePerson): string {
  if (complainingAnswers === 0) return 'No';
  return answers === 1 ? 'Yes' : `In ${formatNumber(complainingAnswers)} of ${formatNumber(answers)} answers`;
}
