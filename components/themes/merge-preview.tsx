'use client';

import { useEffect, useState } from 'react';
import type { MergePreview as Preview } from '@/lib/annotations/preview-merge';
import { formatCount, formatNumber } from '@/lib/core/format';

type Props = { workspaceSlug: string; themeIds: string[]; targetId: string | null; kind: 'merge' | 'move' };

/** How many comments an edit changes, before it is saved. It keeps its height while it counts. */
export function MergePreview({ workspaceSlug, themeIds, targetId, kind }: Props) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const ids = themeIds.join(',');
  useEffect(() => {
    setPreview(null);
    if (targetId === null) return;
    const asking = new AbortController();
    const into = targetId === '' ? '' : `&into=${targetId}`;
    fetch(`/w/${workspaceSlug}/themes/preview?ids=${ids}${into}`, { signal: asking.signal })
      .then(async (answer) => setPreview(answer.ok ? ((await answer.json()) as Preview) : null))
      .catch(() => null);
    return () => asking.abort();
  }, [workspaceSlug, ids, targetId]);
  return (
    <p role="status" className="min-h-10 text-sm text-ink-mute">
      {targetId === null
        ? 'Choose a theme to see how many comments move.'
        : preview
          ? words(preview, kind)
          : 'Counting …'}
    </p>
  );
}

function words({ moving, before, after }: Preview, kind: 'merge' | 'move'): string {
  const comments = formatCount(moving, 'comment');
  if (before === null || after === null) return `${comments} stand at the top of the tree then, as before.`;
  const both = before + moving - after;
  const where = kind === 'merge' ? 'It' : 'The theme with its sub-themes';
  return `${comments} of all time move. ${where} goes from ${formatNumber(before)} to ${formatNumber(after)}${both > 0 ? `; ${formatNumber(both)} had both` : ''}.`;
}
