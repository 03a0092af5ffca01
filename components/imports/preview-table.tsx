import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { type Column, Table } from '@/components/ui/table';
import { formatDate, formatMoney } from '@/lib/core/format';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import type { AccountRow, FeedbackRow } from '@/lib/ingest/csv/imported-row';
import { scales } from '@/lib/responses/schema';
import type { PreviewRow } from './preview-rows';

type Numbered = { number: number; preview: PreviewRow };

/** The first rows as they will be stored, and which of them will be left out. */
export function PreviewTable({ target, rows }: { target: ImportTarget; rows: PreviewRow[] }) {
  const cell = (draw: (row: PreviewRow) => ReactNode) => (numbered: Numbered) => draw(numbered.preview);
  const columns: Column<Numbered>[] = [
    { key: 'row', header: 'Row', cell: ({ number }) => number },
    ...(target === 'feedback' ? feedbackColumns(cell, rows) : accountColumns(cell)),
  ];
  return (
    <Card flush>
      <Table
        caption="The first rows as they will be stored"
        hideCaption
        columns={columns}
        rows={rows.map((preview, index) => ({ number: index + 1, preview }))}
        rowKey={({ number }) => String(number)}
      />
    </Card>
  );
}

type Draw = (draw: (row: PreviewRow) => ReactNode) => (numbered: Numbered) => ReactNode;

function feedbackColumns(cell: Draw, rows: PreviewRow[]): Column<Numbered>[] {
  const of = (draw: (row: FeedbackRow) => ReactNode) =>
    cell((each) => (each.kind === 'feedback' ? draw(each.row) : null));
  // A column that no row of the file fills would only push the others off a phone.
  const where = (get: (row: FeedbackRow) => unknown, column: Column<Numbered>) =>
    rows.some((each) => each.kind === 'feedback' && get(each.row)) ? [column] : [];
  const accountOf = (row: FeedbackRow) => row.accountName ?? row.accountExternalId;
  const personOf = (row: FeedbackRow) => row.contactName ?? row.contactEmail ?? row.contactExternalId;
  return [
    {
      key: 'date',
      header: 'Date',
      cell: of(({ occurredAt }) => showDate(occurredAt)),
      className: 'whitespace-nowrap',
    },
    {
      key: 'text',
      header: 'Comment',
      className: 'min-w-64',
      cell: cell((each) =>
        each.kind === 'refused' ? (
          <Refused reason={each.reason} />
        ) : each.kind === 'feedback' ? (
          <span className="line-clamp-2 break-words">
            {textOf(each.row) ?? <Nothing word="no comment, score only" />}
          </span>
        ) : null,
      ),
    },
    ...where(showScores, {
      key: 'scores',
      header: 'Score',
      cell: of(showScores),
      className: 'whitespace-nowrap',
    }),
    ...where(accountOf, { key: 'account', header: 'Account', cell: of(accountOf) }),
    ...where(personOf, { key: 'person', header: 'Person', cell: of(personOf) }),
    {
      key: 'custom',
      header: 'Extra fields',
      cell: of(({ custom }) => showCustom(custom)),
      className: 'min-w-48',
    },
  ];
}

function accountColumns(cell: Draw): Column<Numbered>[] {
  const of = (draw: (row: AccountRow) => ReactNode) =>
    cell((each) => (each.kind === 'account' ? draw(each.row) : null));
  return [
    {
      key: 'id',
      header: 'Identifier',
      cell: cell((each) =>
        each.kind === 'refused' ? (
          <Refused reason={each.reason} />
        ) : each.kind === 'account' ? (
          each.row.externalId
        ) : null,
      ),
    },
    { key: 'name', header: 'Name', cell: of(({ name }) => name) },
    {
      key: 'arr',
      header: 'ARR',
      align: 'right',
      cell: of(({ arrCents, currency }) =>
        arrCents === null || !currency ? null : formatMoney(arrCents, currency),
      ),
    },
    { key: 'plan', header: 'Plan', cell: of(({ plan }) => plan) },
    { key: 'started', header: 'Customer since', cell: of(({ startedAt }) => showDate(startedAt)) },
    { key: 'churned', header: 'Churned', cell: of(showChurn) },
    {
      key: 'custom',
      header: 'Extra fields',
      cell: of(({ custom }) => showCustom(custom)),
      className: 'min-w-48',
    },
  ];
}

function showDate(date: Date | null): ReactNode {
  if (!date) return <Nothing word="none" />;
  const time = date.toISOString().slice(11, 16);
  return time === '00:00' ? formatDate(date) : `${formatDate(date)}, ${time} UTC`;
}

/** What was written: the comment, else the open answers of a questionnaire. */
function textOf({ text, answers = [] }: FeedbackRow): string | null {
  const texts = [text, ...answers.map((answer) => answer.text)].filter(Boolean);
  return texts.length > 0 ? texts.join(' · ') : null;
}

function showAnswers({ answers = [] }: FeedbackRow): string[] {
  return answers.flatMap(({ score, choices }) => [
    ...(score ? [`${scales[score.metric].name} ${score.score}`] : []),
    ...(choices ?? []).map(shorten),
  ]);
}

function showScores(row: FeedbackRow): string {
  const { npsScore, csatScore, rating } = row;
  const scores = [
    ...showAnswers(row),
    npsScore === null ? null : `NPS ${npsScore}`,
    csatScore === null ? null : `CSAT ${csatScore}`,
    rating === null ? null : `${rating} of 5`,
  ];
  return scores.filter((score) => score !== null).join(', ');
}

function showChurn({ churned, churnedAt }: AccountRow): ReactNode {
  if (churnedAt) return formatDate(churnedAt);
  if (churned === null) return null;
  return churned ? 'yes, day unknown' : 'no';
}

function showCustom(custom: Record<string, string>): ReactNode {
  const entries = Object.entries(custom);
  if (entries.length === 0) return null;
  const shown = entries.slice(0, 3).map(([name, value]) => `${shorten(name)}: ${shorten(value)}`);
  return (
    <span className="line-clamp-2 break-words text-sm text-ink-mute">
      {shown.join(', ')}
      {entries.length > shown.length && ` and ${entries.length - shown.length} more`}
    </span>
  );
}

const shorten = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

function Refused({ reason }: { reason: string }) {
  return (
    <span className="flex min-w-40 items-start gap-1.5 text-sm font-normal text-negative">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">Will be left out: {reason}</span>
    </span>
  );
}

function Nothing({ word }: { word: string }) {
  return <span className="text-ink-mute">{word}</span>;
}
