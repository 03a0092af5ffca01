import { ButtonLink } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatBytes, formatDuration } from '@/lib/core/format';
import type { KeptDays } from '@/lib/ingest/count-kept-days';
import type { ErrorGroup, ImportErrorRow } from '@/lib/ingest/find-import-errors';
import type { ImportRepeatRow } from '@/lib/ingest/find-import-repeats';
import type { ImportState } from '@/lib/ingest/find-import-state';
import type { ImportDetails } from '@/lib/ingest/find-imports';
import { resumableStatuses, runningStatuses, undoableStatuses } from '@/lib/ingest/schema';
import type { Metric } from '@/lib/responses/schema';
import { targetNames } from './field-labels';
import { ImportButton } from './import-button';
import { ImportErrors } from './import-errors';
import { ImportMonitor } from './import-monitor';
import { ImportOutcome } from './import-outcome';
import { ImportRepeats } from './import-repeats';
import { ImportStatusBadge } from './import-status';
import { UndoDialog } from './undo-dialog';

type Props = {
  details: ImportDetails;
  state: ImportState;
  workspaceSlug: string;
  comments: number;
  scoresOnly: number;
  wordless: { metric: Metric; count: number }[];
  accounts: number;
  groups: ErrorGroup[];
  errors: { errors: ImportErrorRow[]; nextAfter: number | null };
  repeats: { repeats: ImportRepeatRow[]; nextAfter: number | null };
  keptDays: KeptDays | null;
  /** The reason that the list of errors is narrowed to. */
  group: ErrorGroup | null;
  isFirstPage: { errors: boolean; repeats: boolean };
  now: Date;
  /** Null for those who may only look. */
  actions: { cancel: FormAction; resume: FormAction; undo: FormAction } | null;
};

/** An import that has been started: how it goes, what came of it, and what can be done about it. */
export function ImportReport(props: Props) {
  const { details, state, workspaceSlug, comments, scoresOnly, actions } = props;
  const { id, target, status } = details;
  const imports = `/w/${workspaceSlug}/imports`;
  const isRunning = runningStatuses.includes(status);
  const hasStoppedUndo = status === 'undoing' && details.failure !== null;
  const hasBroughtRows = [details.rowsAdded, comments, scoresOnly, props.accounts].some((count) => count > 0);
  const mayUndo =
    actions !== null && ((undoableStatuses.includes(status) && hasBroughtRows) || hasStoppedUndo);
  return (
    <>
      <PageHeader
        title={details.fileName}
        description={<Facts {...props} />}
        breadcrumb={[{ label: 'Imports', href: imports }]}
        actions={
          <>
            {actions && resumableStatuses.includes(status) && (
              <ImportButton action={actions.resume} importId={id}>
                {status === 'failed' ? 'Try again' : 'Import the rest'}
              </ImportButton>
            )}
            {mayUndo && (
              <UndoDialog
                action={actions.undo}
                importId={id}
                target={target}
                comments={comments}
                scoresOnly={scoresOnly}
                accounts={props.accounts}
              />
            )}
            {!isRunning && actions && (
              <ButtonLink href={`${imports}/new`} variant="primary">
                New import
              </ButtonLink>
            )}
          </>
        }
      />
      {status === 'failed' && details.failure && (
        <FormMessage tone="negative" title="This import stopped">
          {details.failure}
        </FormMessage>
      )}
      <ImportMonitor
        importId={id}
        initial={state}
        progressHref={`${imports}/${id}/progress`}
        cancel={actions?.cancel}
      />
      {status === 'undone' && (
        <FormMessage tone="neutral" title="This import was undone">
          All that it added or changed has been taken back. How its columns were mapped is kept for the next
          file.
        </FormMessage>
      )}
      {!isRunning && status !== 'undone' && status !== 'undoing' && (
        <ImportOutcome {...props} hasRepeats={props.repeats.repeats.length > 0} />
      )}
      {!isRunning && status !== 'undoing' && props.groups.length > 0 && <LeftOut {...props} />}
      {!isRunning && props.repeats.repeats.length > 0 && <Unchanged {...props} />}
    </>
  );
}

function Facts({ details, now }: Props) {
  const { startedAt, finishedAt } = details;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
      <ImportStatusBadge status={details.status} />
      <span>
        {targetNames[details.target]}, {formatBytes(details.fileBytes)}
      </span>
      {details.sourceName !== null && details.target === 'feedback' && (
        <span>source {details.sourceName}</span>
      )}
      <span>
        by {details.createdByName}, <RelativeTime date={details.createdAt} now={now} />
      </span>
      {details.status === 'succeeded' && startedAt && finishedAt && (
        <span>took {formatDuration((finishedAt.getTime() - startedAt.getTime()) / 1000)}</span>
      )}
    </span>
  );
}

function LeftOut({ details, workspaceSlug, groups, group, errors, isFirstPage, actions }: Props) {
  const here = `/w/${workspaceSlug}/imports/${details.id}`;
  const list = (place: Record<string, string>) => {
    const query = new URLSearchParams({ ...(group && { like: String(group.firstRow) }), ...place });
    return `${here}${query.size > 0 ? `?${query}` : ''}#row-by-row`;
  };
  return (
    <ImportErrors
      rowsFailed={details.rowsFailed}
      groups={groups}
      group={group}
      errors={errors.errors}
      here={here}
      firstHref={isFirstPage.errors ? null : list({})}
      nextHref={errors.nextAfter === null ? null : list({ after: String(errors.nextAfter) })}
      downloadHref={actions && `${here}/errors`}
    />
  );
}

function Unchanged({ details, workspaceSlug, repeats, keptDays, isFirstPage }: Props) {
  const { id, rowsUnchanged } = details;
  const here = `/w/${workspaceSlug}/imports/${id}`;
  const { nextAfter } = repeats;
  return (
    <ImportRepeats
      {...{ rowsUnchanged, keptDays, workspaceSlug, importId: id, repeats: repeats.repeats }}
      firstHref={isFirstPage.repeats ? null : `${here}#unchanged`}
      nextHref={nextAfter === null ? null : `${here}?unchangedAfter=${nextAfter}#unchanged`}
    />
  );
}
