import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/components/workspaces/action-form';
import type { MadeAccountMerge } from '@/lib/accounts/find-account-suggestions';
import { formatDate } from '@/lib/core/format';
import { DecideButton } from './decide-button';
import { describeAccountEvidence } from './merge-words';

type Props = { workspaceSlug: string; merges: MadeAccountMerge[]; undo: FormAction | null };

/** Accounts that were taken for one company, why and by whom, and the way back. */
export function CompanyMergeTable({ workspaceSlug, merges, undo }: Props) {
  const columns: Column<MadeAccountMerge>[] = [
    {
      key: 'who',
      header: 'Company',
      cell: ({ keptId, keptName, droppedName, droppedKey }) => (
        <>
          <TextLink href={`/w/${workspaceSlug}/accounts/${keptId}`} dir="auto">
            {keptName}
          </TextLink>
          <span className="block text-sm font-normal text-ink-mute">
            took in {droppedName}
            {droppedKey && droppedKey !== droppedName && ` (key ${droppedKey})`}
          </span>
        </>
      ),
    },
    { key: 'why', header: 'Because of', cell: ({ evidence }) => describeAccountEvidence(evidence) },
    {
      key: 'by',
      header: 'By',
      cell: ({ memberName, createdAt }) => `${memberName}, ${formatDate(createdAt)}`,
    },
    ...(undo
      ? [
          {
            key: 'undo',
            header: 'Way back',
            cell: ({ id, keptName }: MadeAccountMerge) => (
              <DecideButton action={undo} fields={{ mergeId: id }}>
                Undo<span className="sr-only"> the merge into {keptName}</span>
              </DecideButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption="Merged accounts"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={merges}
      rowKey={({ id }) => id}
      empty={<p className="p-4 text-ink-mute">No account was merged.</p>}
    />
  );
}
