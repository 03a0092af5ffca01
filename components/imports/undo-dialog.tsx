import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { ImportButton } from './import-button';

type Props = {
  action: FormAction;
  importId: string;
  target: ImportTarget;
  comments: number;
  scoresOnly: number;
  rowsAdded: number;
};

/** Asks before an import is undone, and says what goes and what stays. */
export function UndoDialog({ action, importId, target, comments, scoresOnly, rowsAdded }: Props) {
  const scores = scoresOnly > 0 ? ` and ${formatCount(scoresOnly, 'score')} without a comment` : '';
  const goes =
    target === 'feedback'
      ? `${formatCount(comments, 'comment')}${scores} will be removed, with what was read out of them, and the people and accounts that only this file spoke of.`
      : `${formatCount(rowsAdded, 'account')} will be as before: those it made are removed where nothing else speaks of them, those it changed get their earlier values back.`;
  return (
    <Dialog
      trigger="Undo this import"
      title="Undo this import?"
      description={`${goes} Everything else in the workspace stays. The file can be imported again.`}
    >
      <ImportButton action={action} importId={importId} variant="danger">
        Undo it
      </ImportButton>
    </Dialog>
  );
}
