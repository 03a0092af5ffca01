import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Estimate } from '@/components/ui/estimate';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ValueFormat } from '@/components/ui/value-format';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { ThemeCoverage as Coverage } from '@/lib/annotations/find-theme-coverage';
import type { Days } from '@/lib/annotations/period';
import { REVIEW_BELOW } from '@/lib/annotations/unsure-theme';
import { formatCount, formatNumber, formatPercent } from '@/lib/core/format';
import type { Interval } from '@/lib/stats/interval';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import { assignmentsHref } from './assignments-href';

type Props = { workspaceSlug: string; coverage: Coverage; period: Days };

interface Measure {
  name: string;
  value: { number: number; interval: Interval | null; format: ValueFormat } | null;
  how: ReactNode;
  rows: { count: number; filter: FeedbackFilter } | null;
}

/** How much of what was said the themes account for, how sure they are, and how each figure is made. */
export function ThemeCoverage({ workspaceSlug, coverage, period: { from, to } }: Props) {
  const columns: Column<Measure>[] = [
    { key: 'name', header: 'Measure', cell: ({ name }) => name },
    { key: 'value', header: 'Value', align: 'right', cell: ({ value }) => <Value value={value} /> },
    {
      key: 'how',
      header: 'How it is made',
      className: 'max-w-md',
      cell: ({ how }) => <span className="text-ink-soft">{how}</span>,
    },
    {
      key: 'rows',
      header: 'Rows',
      cell: ({ name, rows }) =>
        rows && rows.count > 0 ? (
          <TextLink href={feedbackHref(workspaceSlug, { ...rows.filter, from, to })}>
            {formatCount(rows.count, 'comment')}
            <span className="sr-only"> behind {name}</span>
          </TextLink>
        ) : (
          <span className="text-ink-mute">none</span>
        ),
    },
  ];
  return (
    <Section
      title="Coverage and quality"
      description="How much of what was said has a theme, and how far to trust it."
    >
      <Card flush>
        <Table
          caption="Figures of the period above, with their 95% intervals."
          onPhone="cards"
          columns={columns}
          rows={measures(coverage, {
            assignments: (of) => assignmentsHref(workspaceSlug, { of, from, to }),
            comments: (filter) => feedbackHref(workspaceSlug, { ...filter, from, to }),
          })}
          rowKey={({ name }) => name}
        />
      </Card>
    </Section>
  );
}

function Value({ value }: { value: Measure['value'] }) {
  if (!value) return <span className="text-ink-mute">–</span>;
  const { number, interval, format } = value;
  return <Estimate value={number} {...(interval ?? {})} format={format} stacked />;
}

/** A count in the words on how a figure is made. */
function Opened({ count, href, noun }: { count: number; href: string; noun?: string }) {
  const text = noun ? formatCount(count, noun) : formatNumber(count);
  return count === 0 ? text : <TextLink href={href}>{text}</TextLink>;
}

interface Hrefs {
  assignments: (of: 'engine' | 'unsure') => string;
  comments: (filter: FeedbackFilter) => string;
}

function measures(coverage: Coverage, hrefOf: Hrefs): Measure[] {
  const { read, noContent, content, tagged, untagged, themesPerComment, assignments, unsure, byWords } =
    coverage;
  const ofContent = <Opened count={content} href={hrefOf.comments({ read: 'content' })} noun="comment" />;
  return [
    {
      name: 'Have a theme',
      value: share(tagged, content),
      how: (
        <>
          {formatNumber(tagged)} of {ofContent} with content have one theme at least.
        </>
      ),
      rows: { count: tagged, filter: { tagged: '1' } },
    },
    {
      name: 'Other',
      value: share(untagged, content),
      how: (
        <>
          {formatNumber(untagged)} of {ofContent} with content fit no theme.
        </>
      ),
      rows: { count: untagged, filter: { untagged: '1' } },
    },
    {
      name: 'No content',
      value: share(noContent, read),
      how: (
        <>
          {formatNumber(noContent)} of{' '}
          <Opened count={read} href={hrefOf.comments({ read: 'any' })} noun="comment" /> read say nothing a
          theme could be found in, such as “n/a”.
        </>
      ),
      rows: { count: noContent, filter: { kind: 'no_content' } },
    },
    {
      name: 'Themes a comment',
      value: themesPerComment && {
        number: themesPerComment.mean,
        interval: themesPerComment.interval,
        format: { kind: 'decimal', digits: 2 },
      },
      how: 'Different themes of each comment with content, the mean; comments without a theme count as 0.',
      rows: { count: tagged, filter: { tagged: '1' } },
    },
    {
      name: 'Not sure',
      value: share(unsure, assignments),
      how: (
        <>
          <Opened count={unsure} href={hrefOf.assignments('unsure')} /> of{' '}
          <Opened count={assignments} href={hrefOf.assignments('engine')} noun="assignment" /> by the engine
          are below {formatPercent(REVIEW_BELOW)} sure and should be looked at.
        </>
      ),
      rows: { count: coverage.unsureComments, filter: { unsure: '1' } },
    },
    {
      name: 'Judged by words alone',
      value: share(byWords, content),
      how: (
        <>
          {formatNumber(byWords)} of {ofContent} with content were read without the sentence encoder, which
          reads English: what they mean is not known beside their words, and their themes are a little less
          often right.
        </>
      ),
      rows: { count: byWords, filter: { byWords: '1' } },
    },
    agreementOf(coverage),
  ];
}

function agreementOf({ agreement }: Coverage): Measure {
  const name = 'Agreement with people';
  if (!agreement) {
    return { name, value: null, how: 'Nobody has corrected a theme in this period yet.', rows: null };
  }
  const { engine, people, both, dice, interval, comments } = agreement;
  return {
    name,
    value: { number: dice, interval, format: { kind: 'percent' } },
    how: `2 × ${formatNumber(both)} / (${formatNumber(engine)} + ${formatNumber(people)}): themes that engine and people both gave, against all that either gave, on the comments people corrected. These are rather the wrong ones, so over all comments it is higher.`,
    rows: { count: comments, filter: { corrected: '1' } },
  };
}

function share(count: number, of: number): Measure['value'] {
  if (of === 0) return null;
  return { number: count / of, interval: computeWilsonInterval(count, of), format: { kind: 'percent' } };
}
