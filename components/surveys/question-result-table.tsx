import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatInterval, type ValueFormat } from '@/components/ui/value-format';
import { formatNumber, formatPercent } from '@/lib/core/format';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import type { QuestionResult } from '@/lib/surveys/find-results';
import type { OwnScales } from '@/lib/surveys/imported-definition';
import type { ResponseSelection } from '@/lib/surveys/response-selection';
import { type Definition, type Question, scaleOf } from '@/lib/widget/definition';
import { ChosenList } from './chosen-list';
import { kindNames } from './draft-changes';
import { questionWords } from './question-words';

const SHARE: ValueFormat = { kind: 'percent' };

type Props = {
  definition: Definition;
  /** Of one that was asked elsewhere nobody knows who began and left. */
  isOurs: boolean;
  /** Of questions that were asked elsewhere on scales of their own. */
  ownScales?: OwnScales | undefined;
  results: Map<string, QuestionResult>;
  started: number;
  hrefOf: (selection: ResponseSelection) => string;
};

/** Question by question: who answered, who left there, and what was chosen. Every number opens its responses. */
export function QuestionResultTable({ definition, isOurs, ownScales, results, started, hrefOf }: Props) {
  const count = (n: number, selection: ResponseSelection) =>
    n === 0 ? '0' : <TextLink href={hrefOf(selection)}>{formatNumber(n)}</TextLink>;
  const leftColumn: Column<Question> = {
    key: 'left',
    header: 'Left after it',
    align: 'right',
    cell: ({ key }) => {
      const { left, answered } = results.get(key) ?? { left: 0, answered: 0 };
      const interval = computeWilsonInterval(left, answered);
      return (
        <>
          {count(left, { left: key })}
          {interval && (
            <span className="block text-sm text-ink-mute">
              {formatPercent(left / answered)} of answered (
              {formatInterval(interval.low, interval.high, SHARE)})
            </span>
          )}
        </>
      );
    },
  };
  const columns: Column<Question>[] = [
    {
      key: 'question',
      header: 'Question',
      className: 'sm:min-w-72',
      cell: ({ key, text, kind }) => (
        <div className="min-w-0">
          <span className="block break-words">{questionWords(text)}</span>
          <span className="block text-sm font-normal text-ink-mute">
            {ownScales?.has(key) ? `Score, ${ownScales.get(key)?.join(' to ')}` : kindNames[kind]}
          </span>
        </div>
      ),
    },
    {
      key: 'answered',
      header: 'Answered',
      align: 'right',
      cell: ({ key }) => {
        const n = results.get(key)?.answered ?? 0;
        return (
          <>
            {count(n, { answered: key })}
            {started > 0 && (
              <span className="block text-sm text-ink-mute">
                {formatPercent(n / started)} of {isOurs ? 'begun' : 'responses'}
              </span>
            )}
          </>
        );
      },
    },
    ...(isOurs ? [leftColumn] : []),
    {
      key: 'choices',
      header: 'Chosen',
      className: 'max-sm:!block max-sm:!text-left max-sm:before:!block',
      cell: (question) => (
        <ChosenList
          question={question}
          scale={ownScales?.get(question.key) ?? scaleOf[question.kind]}
          result={results.get(question.key)}
          hrefOf={hrefOf}
        />
      ),
    },
  ];
  return (
    <Table
      caption="Questions in order. Answers of all versions count together."
      columns={columns}
      rows={definition.questions}
      rowKey={({ key }) => key}
      onPhone="cards"
    />
  );
}
