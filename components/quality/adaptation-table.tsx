import { GraduationCap } from 'lucide-react';
import { Fragment } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount, formatDateTime, formatFixed, formatPercent } from '@/lib/core/format';
import { FEWEST_EXAMPLES } from '@/lib/nlp/adaptation/limits';
import type { LanguageReport } from '@/lib/quality/adaptation-report';
import type { AdaptationRow, AdaptationStatus, TextLearning } from '@/lib/quality/find-adaptations';
import {
  explainConfidence,
  explainVerdict,
  formatGain,
  formatSigned,
  judgedBy,
  nameLanguage,
} from './adaptation-words';
import { knownTextsHref } from './known-texts-href';
import { Opened } from './opened';

const STATUS: Record<AdaptationStatus, string> = {
  waiting: 'Waiting',
  running: 'Learning',
  used: 'Was used',
  not_used: 'Tried, not used',
  cancelled: 'Cancelled',
  failed: 'Failed; the log says why',
};

/** Every attempt to learn the workspace, the newest first, with what it was measured to gain. */
export function AdaptationTable({
  workspaceSlug,
  learning: { adaptations },
  choose,
}: {
  workspaceSlug: string;
  learning: TextLearning;
  /** Null for those who may not. */
  choose: FormAction | null;
}) {
  return (
    <Card flush>
      <Table
        caption="Attempts to learn, the newest first"
        hideCaption
        onPhone="cards"
        rows={adaptations}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={GraduationCap} title="It has not learned yet">
            Correct comments, label a sample on the quality page, or import comments with ratings.
          </EmptyState>
        }
        columns={[
          { key: 'number', header: 'Model', cell: ({ number }) => number },
          { key: 'when', header: 'When', cell: When },
          {
            key: 'from',
            header: 'Learned from',
            cell: ({ number: attempt, labels, ratings }) => (
              <ul className="space-y-1">
                <li className="min-h-6">
                  <Opened count={labels} href={knownTextsHref(workspaceSlug, { by: 'label', attempt })}>
                    {formatCount(labels, 'label')}
                  </Opened>
                </li>
                <li className="min-h-6">
                  <Opened count={ratings} href={knownTextsHref(workspaceSlug, { by: 'rating', attempt })}>
                    {formatCount(ratings, 'rating')}
                  </Opened>
                </li>
              </ul>
            ),
          },
          {
            key: 'result',
            header: 'Result',
            className: 'sm:min-w-80',
            cell: (row) => <Result row={row} workspaceSlug={workspaceSlug} />,
          },
          { key: 'state', header: 'State', cell: (row) => <State row={row} choose={choose} /> },
        ]}
      />
    </Card>
  );
}

function When({ requestedAt, finishedAt, requestedBy }: AdaptationRow) {
  return (
    <div>
      {formatDateTime(finishedAt ?? requestedAt)}
      <span className="block text-sm text-ink-mute">{requestedBy ?? 'by itself'}</span>
    </div>
  );
}

function Result({ row: { number, report }, workspaceSlug }: { row: AdaptationRow; workspaceSlug: string }) {
  if (report.length === 0) return <span className="text-ink-mute">–</span>;
  const tried = report.filter(({ verdict }) => verdict !== 'too_few');
  const tooFew = report.filter(({ verdict }) => verdict === 'too_few');
  return (
    <div className="space-y-3">
      {tried.map((one) => (
        <LanguageResult
          key={one.language}
          report={one}
          hrefOf={(by) =>
            knownTextsHref(workspaceSlug, {
              ...{ by, attempt: number, language: one.language },
              onlyRandom: by === 'label',
            })
          }
        />
      ))}
      {tooFew.length > 0 && (
        <TooFew
          reports={tooFew}
          hrefOf={(by, { language }) => knownTextsHref(workspaceSlug, { by, attempt: number, language })}
        />
      )}
    </div>
  );
}

/** The languages that had too little to learn from, in one line, with what they had. */
function TooFew({
  reports,
  hrefOf,
}: {
  reports: LanguageReport[];
  hrefOf: (by: 'label' | 'rating', report: LanguageReport) => string;
}) {
  return (
    <p className="max-w-prose text-sm text-ink-mute">
      Not tried, for learning takes {FEWEST_EXAMPLES} labels or ratings of a language:{' '}
      {reports.map((report, place) => (
        <Fragment key={report.language}>
          {place > 0 && '; '}
          {nameLanguage(report)} (
          <Opened count={report.labels} href={hrefOf('label', report)}>
            {formatCount(report.labels, 'label')}
          </Opened>
          ,{' '}
          <Opened count={report.ratings} href={hrefOf('rating', report)}>
            {formatCount(report.ratings, 'rating')}
          </Opened>
          )
        </Fragment>
      ))}
      .
    </p>
  );
}

function LanguageResult({
  report,
  hrefOf,
}: {
  report: LanguageReport;
  hrefOf: (by: 'label' | 'rating') => string;
}) {
  const { gain } = report;
  const judges = gain && judgedBy(gain);
  const confidence = explainConfidence(report);
  return (
    <div className="max-w-prose space-y-0.5">
      <p className="font-medium">{nameLanguage(report)}</p>
      {gain && judges && (
        <p>
          Right: {formatPercent(gain.accuracyBefore)} before, {formatPercent(gain.accuracyAfter)} after,{' '}
          {formatGain(gain.gain)}{' '}
          <span className="text-ink-mute">
            ({formatSigned(gain.low)} to {formatSigned(gain.high)},{' '}
            <abbr title="95% confidence interval" className="no-underline">
              95% CI
            </abbr>
            ). Macro-F1: {formatFixed(100 * gain.macroF1Before, 1)} before,{' '}
            {formatFixed(100 * gain.macroF1After, 1)} after. On{' '}
            <Opened count={gain.n} href={hrefOf(gain.by)}>
              {judges.texts}
            </Opened>
            {judges.how}.
          </span>
        </p>
      )}
      <p className="text-sm text-ink-mute">{explainVerdict(report)}</p>
      {confidence && (
        <p className="text-sm text-ink-mute">
          {confidence.words}, <TextLink href={hrefOf('label')}>{confidence.texts}</TextLink> held out.
        </p>
      )}
    </div>
  );
}

function State({ row, choose }: { row: AdaptationRow; choose: FormAction | null }) {
  if (row.isInUse && row.fits) return <Badge tone="positive">In use</Badge>;
  const label = row.status === 'used' && !row.fits ? 'Of another engine' : STATUS[row.status];
  return (
    <div className="space-y-2">
      <Badge tone={row.status === 'failed' ? 'negative' : 'neutral'}>{label}</Badge>
      {choose && row.version && row.fits && (
        <ActionButton action={choose} fields={{ adaptationId: row.id }} size="small">
          Use again<span className="sr-only"> model {row.number}</span>
        </ActionButton>
      )}
    </div>
  );
}
