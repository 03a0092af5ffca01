import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { FormAction } from '@/components/workspaces/action-form';
import type { MadeMerge } from '@/lib/accounts/find-merge-suggestions';
import { formatDate } from '@/lib/core/format';
import { DecideButton } from './decide-button';
import { describeEvidence } from './merge-words';

type Props = { workspaceSlug: string; merges: MadeMerge[]; undo: FormAction | null };

/** Contacts that were taken for one person, why and by whom, and the way back. */
export function MergeTable({ workspaceSlug, merges, undo }: Props) {
  const columns: Column<MadeMerge>[] = [
    {
      key: 'who',
      header: 'Person',
      cell: ({ keptId, keptName, droppedName }) => (
        <>
          <TextLink href={`/w/${workspaceSlug}/contacts/${keptId}`} dir="auto">
            {keptName ?? 'Unnamed'}
          </TextLink>
          <span className="block text-sm font-normal text-ink-mute">
            took in {droppedName ?? 'an unnamed one'}
          </span>
        </>
      ),
    },
    { key: 'why', header: 'Because of', cell: ({ evidence }) => describeEvidence(evidence) },
    {
      key: 'by',
      header: 'By',
      cell: ({ memberName, createdAt }) => `${memberName ?? 'the source itself'}, ${formatDate(createdAt)}`,
    },
    ...(undo
      ? [
          {
            key: 'undo',
            header: 'Way back',
            cell: ({ id, keptName }: MadeMerge) => (
              <DecideButton action={undo} fields={{ mergeId: id }}>
                Undo<span className="sr-only"> the merge into {keptName ?? 'an unnamed person'}</span>
              </DecideButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption="Merged contacts"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={merges}
      rowKey={({ id }) => id}
      empty={<p className="p-4 text-ink-mute">Nobody was merged.</p>}
    />
  );
}
