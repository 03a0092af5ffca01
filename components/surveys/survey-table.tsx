import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/core/format';
import { scales } from '@/lib/responses/schema';
import type { SurveyRow } from '@/lib/surveys/find-surveys';
import { SurveyStateBadge } from './survey-state-badge';

type Props = { home: string; rows: SurveyRow[]; now: Date };

/** Surveys, newest first. */
export function SurveyTable({ home, rows, now }: Props) {
  const columns: Column<SurveyRow>[] = [
    {
      key: 'name',
      header: 'Survey',
      cell: ({ id, name }) => (
        <TextLink href={`${home}/${id}`} className="break-words">
          {name}
        </TextLink>
      ),
    },
    { key: 'state', header: 'State', cell: ({ state }) => <SurveyStateBadge state={state} /> },
    { key: 'metric', header: 'Score', cell: ({ metric }) => (metric ? scales[metric].name : 'None') },
    {
      key: 'responses',
      header: 'Responses',
      align: 'right',
      cell: ({ id, responses }) =>
        responses === 0 ? (
          '0'
        ) : (
          <TextLink href={`${home}/${id}/responses`}>{formatNumber(responses)}</TextLink>
        ),
    },
    {
      key: 'latest',
      header: 'Latest answer',
      cell: ({ lastResponseAt }) =>
        lastResponseAt ? <RelativeTime date={lastResponseAt} now={now} /> : 'None yet',
    },
  ];
  return (
    <Card flush>
      <Table
        caption="Surveys, newest first"
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onPhone="cards"
      />
    </Card>
  );
}
