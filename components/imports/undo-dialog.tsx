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
  /** Accounts it added or changed. */
  accounts: number;
};

/** Asks before an import is undone, and says what goes and what stays. */
export function UndoDialog({ action, importId, target, comments, scoresOnly, accounts }: Props) {
  const scores = scoresOnly > 0 ? ` and ${formatCount(scoresOnly, 'response')} without a comment` : '';
  const goes =
    target === 'feedback'
      ? `${formatCount(comments, 'comment')}${scores} will be removed with their sentiment and themes, and so will the people and accounts that only this file names.`
      : `${formatCount(accounts, 'account')} will be as before: those it added are removed unless something else refers to them; those it changed get their earlier values back.`;
  return (
    <Dialog
      trigger="Undo this import"
      title="Undo this import?"
      description={`${goes} Everything else in the workspace stays. The file can be imported again.`}
    >
      <ImportButton action={action} importId={importId} variant="danger">
        Undo the import
      </ImportButton>
    </Dialog>
  );
}
