import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatInterval, formatValue } from '@/components/ui/value-format';
import { formatCount, formatFixed, formatNumber, formatPercent } from '@/lib/core/format';
import type { Score } from '@/lib/responses/score-summary';
import { FEWEST_IN_STRATUM, type PostStratified, type WeightingGap } from '@/lib/stats/post-stratification';
import type { WeightedScore as Weighted, Weighting } from '@/lib/surveys/find-weighted-score';
import { scoreHeaders } from './score-headers';

const NAMES: Record<Weighting, string> = { segment: 'segment', plan: 'plan' };

type Props = {
  metric: 'nps' | 'csat' | 'ces';
  raw: Score | null;
  /** The answers that the score as answered counts. */
  rawHref: string;
  /** Null: not asked for. */
  weighted: { by: Weighting; score: Weighted } | null;
  hrefBy: (by: Weighting | null) => string;
  /** The showings of a part, by its name, where they are what was counted, and not people. */
  askedHref: (part: string) => string | null;
  /** The answers of a part. */
  answersHref: (part: string) => string | null;
};

/** The score beside what it would be if every part of those asked had answered alike; computed when somebody asks for it. */
export function WeightedScore({ metric, raw, rawHref, weighted, hrefBy, askedHref, answersHref }: Props) {
  return (
    <Section
      title="Weighted for who did not answer"
      description="Each part of your customers counts by its share of those who were asked, not of those who answered."
      actions={
        <>
          {(Object.keys(NAMES) as Weighting[]).map((by) => (
            <ButtonLink
              key={by}
              size="small"
              href={hrefBy(by)}
              aria-current={weighted?.by === by ? 'true' : undefined}
              variant={weighted?.by === by ? 'primary' : 'secondary'}
            >
              By {NAMES[by]}
            </ButtonLink>
          ))}
          {weighted && (
            <ButtonLink size="small" href={hrefBy(null)}>
              Unweighted only
            </ButtonLink>
          )}
        </>
      }
    >
      {weighted?.score.gap && (
        <FormMessage tone="warning">{gapWords(weighted.score.gap, NAMES[weighted.by])}</FormMessage>
      )}
      {weighted?.score.result && (
        <>
          <Card flush>
            <Figures metric={metric} raw={raw} rawHref={rawHref} result={weighted.score.result} />
          </Card>
          <Card flush>
            <Parts
              metric={metric}
              result={weighted.score.result}
              by={NAMES[weighted.by]}
              askedHref={askedHref}
              answersHref={answersHref}
            />
          </Card>
        </>
      )}
    </Section>
  );
}

function Figures({
  metric,
  raw,
  rawHref,
  result,
}: Pick<Props, 'metric' | 'raw' | 'rawHref'> & { result: PostStratified }) {
  const { format, header } = scoreHeaders[metric];
  const scale = metric === 'nps' ? 100 : 1;
  const { estimate, interval, n, designEffect, effectiveN } = result;
  const rows = [
    {
      name: 'As answered',
      value: raw?.value ?? null,
      interval: raw?.interval ?? null,
      n: raw?.n ?? 0,
      effect: null,
    },
    {
      name: 'Weighted',
      value: scale * estimate,
      interval: { low: scale * interval.low, high: scale * interval.high },
      n,
      effect: `${formatFixed(designEffect, 2)}: worth ${formatCount(Math.round(effectiveN), 'answer')} of equal weight`,
    },
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'name',
      header,
      cell: ({ name }) => name,
    },
    {
      key: 'value',
      header: 'Score',
      align: 'right',
      cell: ({ value }) => (value === null ? '–' : formatValue(value, format)),
    },
    {
      key: 'interval',
      header: '95% interval',
      align: 'right',
      cell: ({ interval: range }) => (range ? formatInterval(range.low, range.high, format) : '–'),
    },
    {
      key: 'n',
      header: 'n',
      align: 'right',
      cell: (row) => <Linked n={row.n} href={row.n === raw?.n ? rawHref : null} />,
    },
    { key: 'effect', header: 'Design effect', cell: ({ effect }) => effect ?? 'None: no weights' },
  ];
  return (
    <Table
      caption="The score as answered and weighted"
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      onPhone="cards"
    />
  );
}

function Parts({
  result: { strata, n },
  by,
  metric,
  askedHref,
  answersHref,
}: { result: PostStratified; by: string } & Pick<Props, 'metric' | 'askedHref' | 'answersHref'>) {
  const asked = strata.reduce((sum, part) => sum + part.asked, 0);
  const columns: Column<(typeof strata)[number]>[] = [
    { key: 'name', header: `Part, by ${by}`, cell: ({ name }) => partName(name) },
    {
      key: 'asked',
      header: metric === 'nps' ? 'People asked' : 'Showings',
      align: 'right',
      cell: (part) => (
        <>
          <Linked n={part.asked} href={askedHref(part.name)} /> ({formatPercent(part.asked / asked)})
        </>
      ),
    },
    {
      key: 'answers',
      header: 'Answers',
      align: 'right',
      cell: ({ name, answers }) => (
        <>
          <Linked n={answers} href={answersHref(name)} /> ({formatPercent(answers / n)})
        </>
      ),
    },
    { key: 'weight', header: 'Weight', align: 'right', cell: ({ weight }) => formatFixed(weight, 2) },
  ];
  return (
    <Table
      caption="An answer of each part counts by its weight: its share of those asked over its share of the answers."
      columns={columns}
      rows={strata}
      rowKey={({ name }) => name}
      onPhone="cards"
    />
  );
}

function Linked({ n, href }: { n: number; href: string | null }) {
  return href && n > 0 ? <TextLink href={href}>{formatNumber(n)}</TextLink> : formatNumber(n);
}

function partName(name: string): string {
  return name === '' ? 'Not known' : name;
}

function gapWords(gap: WeightingGap, by: string): string {
  if (gap.why === 'one_part') {
    return `Not weighted: those who were asked are not known to be of two or more parts by ${by}.`;
  }
  const answers = formatCount(gap.answers, 'answer');
  if (gap.why === 'few_answers') {
    return `Not weighted: “${partName(gap.name)}” was asked, but has ${answers}. From ${FEWEST_IN_STRATUM} on they stand for all of it. Take more days.`;
  }
  return `Not weighted: ${answers} of “${partName(gap.name)}” came without a showing in these days, so nothing says how much they weigh.`;
}
