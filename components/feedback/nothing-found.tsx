import { SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Relaxation } from '@/lib/annotations/find-filter-choices';
import { formatNumber } from '@/lib/core/format';
import { filterNames } from './filter-words';

/** A filter without rows: which part of it to let go of. */
export function NothingFound({
  workspaceSlug,
  relaxations,
}: {
  workspaceSlug: string;
  relaxations: Relaxation[];
}) {
  return (
    <EmptyState icon={SearchX} title="Nothing fits all of these filters">
      {relaxations.length > 0 ? (
        <ul className="space-y-1">
          {relaxations.map(({ dropped, filter, count }) => (
            <li key={dropped}>
              Without “{filterNames[dropped]}”:{' '}
              <TextLink href={feedbackHref(workspaceSlug, filter)}>{formatNumber(count)}</TextLink>
            </li>
          ))}
        </ul>
      ) : (
        'Removing one filter is not enough: remove several.'
      )}
    </EmptyState>
  );
}
