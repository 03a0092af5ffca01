import { languageName } from '@/components/feedback/language-name';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatInterval, formatValue, type ValueFormat } from '@/components/ui/value-format';
import { formatNumber } from '@/lib/core/format';
import type { Metric } from '@/lib/responses/schema';
import type { Score } from '@/lib/responses/score-summary';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import type { PartResult } from '@/lib/surveys/find-results-by-part';
import type { Definition } from '@/lib/widget/definition';
import { channelNames } from './channel-names';
import { questionWords } from './question-words';
import { scoreHeaders } from './score-headers';

const NAMES: Record<string, string> = {
  segment: 'segment',
  plan: 'plan',
  channel: 'way of asking',
  language: 'language',
};
const SHARE: ValueFormat = { kind: 'percent' };

type Props = {
  /** What the results may be told by: segment, plan, channel, language, "field:NAME", of accounts "field:@NAME". */
  choices: readonly string[];
  /** Null: not asked for. */
  told: {
    by: string;
    results: PartResult[];
    /** The score of each part that has one, and the address of its answers; null where there is none to tell. */
    scores: { metric: Metric; of: Map<string, { score: Score; href: string }> } | null;
  } | null;
  definition: Definition;
  hrefBy: (by: string | null) => string;
  /** The showings of a part, by its name. */
  shownHref: (part: string) => string;
  /** The responses of a part. */
  hrefOf: (part: string, of?: 'timed' | 'partial', left?: string) => string;
};

/** Response, completion, time and where people left, side by side for each part of them; computed when somebody asks for it. */
export function PartResults({ choices, told, definition, hrefBy, shownHref, hrefOf }: Props) {
  return (
    <Section
      title="Part by part"
      description="Score, response and completion, time to answer and where most left, side by side."
      actions={
        <>
          {choices.map((by) => (
            <ButtonLink
              key={by}
              size="small"
              href={hrefBy(by)}
              aria-current={told?.by === by ? 'true' : undefined}
              variant={told?.by === by ? 'primary' : 'secondary'}
            >
              By {nameOf(by)}
            </ButtonLink>
          ))}
          {told && (
            <ButtonLink size="small" href={hrefBy(null)}>
              As one
            </ButtonLink>
          )}
        </>
      }
    >
      {told && (
        <Card flush>
          <Table
            caption={`Results by ${nameOf(told.by)}`}
            hideCaption
            columns={columnsOf(told, definition, { shownHref, hrefOf })}
            rows={told.results}
            rowKey={({ name }) => name}
            onPhone="cards"
          />
        </Card>
      )}
    </Section>
  );
}

function nameOf(by: string): string {
  // Fields that another system named: startedAt, first_seen.
  const words = by.replace(/^field:@?/, '').replace(/_/g, ' ');
  return (
    NAMES[by] ??
    words.replace(/([a-z])([A-Z])(?=[a-z]|$)/g, (_, end, start) => `${end} ${start.toLowerCase()}`)
  );
}

function columnsOf(
  { by, scores }: Pick<NonNullable<Props['told']>, 'by' | 'scores'>,
  { questions }: Definition,
  { shownHref, hrefOf }: Pick<Props, 'shownHref' | 'hrefOf'>,
): Column<PartResult>[] {
  const titleOf = (key: string) =>
    questionWords(questions.find((question) => question.key === key)?.text ?? key);
  return [
    {
      key: 'name',
      header: `Part, by ${nameOf(by)}`,
      cell: ({ name }) => partName(by, name),
    },
    ...(scores
      ? [
          {
            key: 'score',
            header: scoreHeaders[scores.metric].header,
            align: 'right' as const,
            cell: ({ name }: PartResult) =>
              name === '' ? (
                'Only of known parts'
              ) : (
                <PartScore told={scores.of.get(name)} format={scoreHeaders[scores.metric].format} />
              ),
          },
        ]
      : []),
    {
      key: 'shown',
      header: 'Showings',
      align: 'right',
      cell: ({ name, shown }) =>
        shown === null ? 'Only of answers' : <Linked n={shown} href={shownHref(name)} />,
    },
    {
      key: 'response',
      header: 'Response rate',
      align: 'right',
      cell: ({ shown, shownAndCompleted }) => <Share successes={shownAndCompleted} total={shown ?? 0} />,
    },
    {
      key: 'started',
      header: 'Begun',
      align: 'right',
      cell: ({ name, started }) => <Linked n={started} href={hrefOf(name)} />,
    },
    {
      key: 'completion',
      header: 'Completion rate',
      align: 'right',
      cell: ({ completed, started }) => <Share successes={completed} total={started} />,
    },
    {
      key: 'time',
      header: 'Seconds, median',
      align: 'right',
      cell: ({ name, timed, medianSeconds }) =>
        medianSeconds === null ? (
          '–'
        ) : (
          <>
            {formatNumber(medianSeconds, 0)}{' '}
            <span className="text-ink-mute">
              n = <Linked n={timed} href={hrefOf(name, 'timed')} />
            </span>
          </>
        ),
    },
    {
      key: 'left',
      header: 'Most left after',
      cell: ({ name, mostLeft }) =>
        mostLeft ? (
          <>
            <span className="block">{titleOf(mostLeft.key)}</span>
            <Linked n={mostLeft.n} href={hrefOf(name, 'partial', mostLeft.key)} />
          </>
        ) : (
          'Nobody left'
        ),
    },
  ];
}

function partName(by: string, name: string): string {
  if (name === '') return 'Not known';
  if (by === 'channel') return channelNames[name] ?? name;
  return by === 'language' ? languageName(name) : name;
}

function Linked({ n, href }: { n: number; href: string }) {
  return n > 0 ? <TextLink href={href}>{formatNumber(n)}</TextLink> : formatNumber(n);
}

function PartScore({
  told,
  format,
}: {
  told?: { score: Score; href: string } | undefined;
  format: ValueFormat;
}) {
  if (!told) return '–';
  const { value, interval, n } = told.score;
  return (
    <>
      {formatValue(value, format)}{' '}
      <span className="text-ink-mute">
        {interval && formatInterval(interval.low, interval.high, format)} n ={' '}
        <Linked n={n} href={told.href} />
      </span>
    </>
  );
}

function Share({ successes, total }: { successes: number; total: number }) {
  const interval = computeWilsonInterval(successes, total);
  if (!interval) return '–';
  return (
    <>
      {formatValue(successes / total, SHARE)}{' '}
      <span className="text-ink-mute">{formatInterval(interval.low, interval.high, SHARE)}</span>
    </>
  );
}
