import { GraduationCap } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount, formatDateTime, formatFixed, formatPercent } from '@/lib/core/format';
import type { LanguageReport } from '@/lib/quality/adaptation-report';
import type { AdaptationRow, AdaptationStatus, TextLearning } from '@/lib/quality/find-adaptations';
import {
  describeTooFew,
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
  const tooFew = describeTooFew(report);
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
      {tooFew && <p className="max-w-prose text-sm text-ink-mute">{tooFew}</p>}
    </div>
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
  if (row.isInUse) return <Badge tone="positive">In use</Badge>;
  const label = row.status === 'used' && !row.fits ? 'Of an earlier engine' : STATUS[row.status];
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
