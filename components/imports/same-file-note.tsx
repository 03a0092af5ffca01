import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate } from '@/lib/core/format';
import type { ImportSummary } from '@/lib/ingest/find-imports';

/** Says that the very same file was imported before, and what another import of it does. It forbids nothing. */
export function SameFileNote({ workspaceSlug, same }: { workspaceSlug: string; same: ImportSummary }) {
  return (
    <FormMessage tone="warning" title="This very file was imported before">
      <TextLink href={`/w/${workspaceSlug}/imports/${same.id}`}>
        {`On ${formatDate(same.createdAt)} by ${same.createdByName}`}
      </TextLink>
      {`, which added ${formatCount(same.rowsAdded, 'row')}. Rows that are read as they were then add nothing. Read in another way, above all in another order of day and month, with other columns or as another source, they would be added a second time: to correct the earlier import, undo it first.`}
    </FormMessage>
  );
}
