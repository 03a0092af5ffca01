'use client';

import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount, formatDuration, formatNumber } from '@/lib/core/format';
import type { ImportState } from '@/lib/ingest/find-import-state';
import { runningStatuses } from '@/lib/ingest/schema';
import { ImportButton } from './import-button';
import type { Pace } from './pace';
import { useImportState } from './use-import-state';

type Props = {
  importId: string;
  initial: ImportState;
  progressHref: string;
  /** Absent for those who may not. */
  cancel?: FormAction | undefined;
};

/** Watches an import: the file being read, then its comments being read, or its undo. Nothing once all is done. */
export function ImportMonitor({ importId, initial, progressHref, cancel }: Props) {
  const { state, pace } = useImportState(initial, progressHref);
  if (state.isSettled) return null;
  if (state.status === 'undoing') return <Undoing state={state} pace={pace} />;
  if (runningStatuses.includes(state.status)) {
    return (
      <Card>
        <div className="space-y-4">
          <Reading state={state} pace={pace} />
          {cancel && state.status !== 'cancelling' && (
            <ImportButton action={cancel} importId={importId}>
              Cancel
            </ImportButton>
          )}
        </div>
      </Card>
    );
  }
  return <ReadingComments state={state} pace={pace} />;
}

function Reading({ state, pace }: { state: ImportState; pace: Pace | null }) {
  const labels = { queued: 'Waiting to start', cancelling: 'Stopping', running: 'Importing' } as const;
  const share = state.fileBytes > 0 ? state.processedBytes / state.fileBytes : 0;
  return (
    <>
      <ProgressBar
        label={labels[state.status as keyof typeof labels] ?? 'Importing'}
        share={state.status === 'queued' ? null : share}
        value={state.status === 'queued' ? 'Starts in a moment' : undefined}
        detail={state.status === 'queued' ? 'Files are imported one at a time' : describePace(pace, 'rows')}
      />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        <Figure term="Rows read" value={state.rowsRead} />
        <Figure term="Added" value={state.rowsAdded} />
        <Figure term="Unchanged" value={state.rowsUnchanged} />
        <Figure term="Left out" value={state.rowsFailed} />
      </dl>
    </>
  );
}

function describePace(pace: Pace | null, what: string): string {
  if (!pace || pace.perSecond <= 0) return 'Measuring the speed';
  const rate = `${formatNumber(Math.round(pace.perSecond))} ${what}/s`;
  return pace.secondsLeft === null ? rate : `${rate}, ${formatDuration(pace.secondsLeft)} left`;
}

function Figure({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt className="text-sm text-ink-mute">{term}</dt>
      <dd className="text-xl font-semibold tabular-nums">{formatNumber(value)}</dd>
    </div>
  );
}

function ReadingComments({
  state: { comments, commentsRead },
  pace,
}: {
  state: ImportState;
  pace: Pace | null;
}) {
  return (
    <Card>
      <ProgressBar
        label="Reading the comments"
        share={comments > 0 ? commentsRead / comments : 0}
        value={`${formatNumber(commentsRead)} of ${formatCount(comments, 'comment')}`}
        detail={`${describePace(pace, 'comments')}. Language and sentiment first; themes and the ranking of issues follow when all are read. You can leave this page.`}
      />
    </Card>
  );
}

function Undoing({ state, pace }: { state: ImportState; pace: Pace | null }) {
  const { comments, responsesLeft, accountsLeft, failure } = state;
  if (failure) return <FormMessage tone="negative">{failure}</FormMessage>;
  const left = [
    comments > 0 && formatCount(comments, 'comment'),
    responsesLeft > 0 && formatCount(responsesLeft, 'answer'),
    accountsLeft > 0 && formatCount(accountsLeft, 'account'),
  ].filter(Boolean);
  return (
    <Card>
      <ProgressBar
        label="Undoing the import"
        share={null}
        value={left.length > 0 ? `${left.join(', ')} left to take back` : 'Nearly done'}
        detail={
          left.length > 0
            ? `${describePace(pace, 'rows')}. You can leave this page.`
            : 'Removing people and accounts that nothing else speaks of'
        }
      />
    </Card>
  );
}
