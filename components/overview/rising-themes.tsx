import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { RisingTheme } from '@/lib/annotations/find-rising-themes';
import type { Days } from '@/lib/annotations/period';
import { formatCount, formatNumber } from '@/lib/core/format';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';
import { isMove } from './round-changes';

type Props = {
  workspaceSlug: string;
  themes: RisingTheme[];
  filter: FeedbackFilter;
  now: Days;
  before: Days;
  /** Whether themes are those of all feedback; while it is read or they are looked for, that none rose is not known. */
  isSettled: boolean;
};

/** Themes of which more problems are told than in the days before, the largest rise first; those that may be chance apart. */
export function RisingThemes({ workspaceSlug, themes, filter, now, before, isSettled }: Props) {
  const rows = (themeId: string, { from, to }: Days) =>
    feedbackHref(workspaceSlug, { ...filter, branch: themeId, problem: '1', from, to });
  const columns: Column<RisingTheme>[] = [
    {
      key: 'theme',
      header: 'Theme',
      cell: (theme) => <TextLink href={`/w/${workspaceSlug}/themes/${theme.themeId}`}>{theme.name}</TextLink>,
    },
    {
      key: 'now',
      header: 'Statements',
      align: 'right',
      cell: (theme) => (
        <TextLink href={rows(theme.themeId, now)}>
          {formatNumber(theme.statements)}
          <span className="sr-only"> statements with a problem about {theme.name}</span>
        </TextLink>
      ),
    },
    {
      key: 'before',
      header: 'Before',
      align: 'right',
      cell: (theme) =>
        theme.statementsBefore === 0 ? (
          '0'
        ) : (
          <TextLink href={rows(theme.themeId, before)}>
            {formatNumber(theme.statementsBefore)}
            <span className="sr-only"> statements before with a problem about {theme.name}</span>
          </TextLink>
        ),
    },
    {
      key: 'ratio',
      header: 'Times as often',
      align: 'right',
      cell: ({ rateRatio, interval }) =>
        rateRatio === null ? (
          'new'
        ) : (
          <Estimate
            value={rateRatio}
            low={interval.low}
            {...(interval.high === null ? {} : { high: interval.high })}
            format={{ kind: 'decimal', digits: 1 }}
            stacked
          />
        ),
    },
    {
      key: 'certainty',
      header: 'Sure?',
      cell: ({ qValue }) => <Certainty qValue={qValue} />,
    },
  ];
  const table = (shown: RisingTheme[], caption: string) => (
    <Table
      caption={caption}
      onPhone="cards"
      columns={columns}
      rows={shown}
      rowKey={(theme) => theme.themeId}
    />
  );
  const sure = themes.filter(isMove);
  const chance = themes.filter((theme) => !isMove(theme));
  return (
    <>
      {sure.length > 0 ? (
        table(
          sure,
          `Problems told more often than before, as a share of all statements, with the 95% interval of that theme alone. ${certaintyNote('all themes')}`,
        )
      ) : (
        <p className="px-5 py-4 text-ink-mute">
          {isSettled || chance.length > 0
            ? 'No theme is a problem more often than before by more than chance allows.'
            : 'Which themes rose is seen once all feedback is read and its themes are found.'}
        </p>
      )}
      {chance.length > 0 && (
        <details className="border-t border-line">
          <summary className="cursor-pointer rounded-sm px-5 py-3 font-medium text-accent">
            {formatCount(chance.length, 'rise')} that may be chance
          </summary>
          {table(chance, `Told more often, which may be chance. ${certaintyNote('all themes')}`)}
        </details>
      )}
    </>
  );
}

/** Why an interval may leave out "no effect" and the finding be called chance all the same. */
export function certaintyNote(themes: string): string {
  return `Whether it is more than chance is judged over ${themes} together (q), for among many themes some look large by chance.`;
}

/** How sure a finding is, in words, with its q value beside. */
export function Certainty({ qValue }: { qValue: number }) {
  return (
    <span>
      {describeChance(qValue)},{' '}
      <span className="whitespace-nowrap text-sm text-ink-mute">{formatProbability('q', qValue)}</span>
    </span>
  );
}
