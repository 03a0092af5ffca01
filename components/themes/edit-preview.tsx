'use client';

import { useEffect, useState } from 'react';
import type { ExcludePreview } from '@/lib/annotations/preview-exclude';
import type { MergePreview } from '@/lib/annotations/preview-merge';
import type { SplitPreview } from '@/lib/annotations/preview-split';
import { formatCount, formatNumber } from '@/lib/core/format';

/** An edit that is not saved yet; null while something of it is missing. */
export type Edit =
  | { kind: 'merge' | 'move'; into: string | null }
  | { kind: 'exclude' }
  | { kind: 'split'; words: string };

type Props = { workspaceSlug: string; themeIds: string[]; edit: Edit };

/** A pause in typing after which it is counted, in milliseconds. */
const PAUSE_MS = 300;

/** How many comments an edit changes, before it is saved. It keeps its height while it counts. */
export function EditPreview({ workspaceSlug, themeIds, edit }: Props) {
  const [found, setFound] = useState<{ asked: string; words: string } | null>(null);
  const asked = queryOf(themeIds, edit);
  const { kind } = edit;
  useEffect(() => {
    if (asked === null) return;
    const asking = new AbortController();
    const timer = setTimeout(
      () => {
        fetch(`/w/${workspaceSlug}/themes/preview?${asked}`, { signal: asking.signal })
          .then(async (answer) =>
            setFound({ asked, words: answer.ok ? inWords(kind, await answer.json()) : NOT_COUNTED }),
          )
          .catch(() => {
            if (!asking.signal.aborted) setFound({ asked, words: NOT_COUNTED });
          });
      },
      kind === 'split' ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [workspaceSlug, asked, kind]);
  return (
    <p role="status" className="min-h-10 text-sm text-ink-mute">
      {asked === null ? MISSING[kind] : found?.asked === asked ? found.words : 'Counting …'}
    </p>
  );
}

const NOT_COUNTED = 'It could not be counted just now. You may save all the same, and undo it.';

const MISSING = {
  merge: 'Choose a theme to see how many comments move.',
  move: 'Choose a theme to see how many comments move.',
  exclude: '',
  split: 'Type words to see how many comments move.',
};

function queryOf(themeIds: readonly string[], edit: Edit): string | null {
  const query = new URLSearchParams({ kind: edit.kind, ids: themeIds.join(',') });
  if (edit.kind === 'split') {
    if (edit.words.trim() === '') return null;
    query.set('words', edit.words);
  } else if (edit.kind !== 'exclude') {
    if (edit.into === null) return null;
    if (edit.into !== '') query.set('into', edit.into);
  }
  return query.toString();
}

function inWords(kind: Edit['kind'], preview: unknown): string {
  if (kind === 'split') return splitInWords(preview as SplitPreview);
  if (kind === 'exclude') return excludeInWords(preview as ExcludePreview);
  return mergeInWords(kind, preview as MergePreview);
}

function splitInWords({ moving, before, after }: SplitPreview): string {
  if (moving === 0) return 'No comment has these words yet; those to come will.';
  const stay = `It goes from ${formatNumber(before)} to ${formatNumber(after)}`;
  return `${formatCount(moving, 'comment')} of all time ${moving === 1 ? 'goes' : 'go'} to the part. ${stay}; a comment that speaks of it in another sentence too stays.`;
}

function excludeInWords({ moving, uncovered }: ExcludePreview): string {
  return `${formatCount(moving, 'comment')} of all time ${moving === 1 ? 'is' : 'are'} no longer counted there; ${formatNumber(uncovered)} of them then ${uncovered === 1 ? 'has' : 'have'} no theme that counts.`;
}

function mergeInWords(kind: 'merge' | 'move', { moving, before, after }: MergePreview): string {
  const comments = formatCount(moving, 'comment');
  if (before === null || after === null)
    return `${comments} ${moving === 1 ? 'stands' : 'stand'} at the top of the tree then, as before.`;
  const both = before + moving - after;
  const where = kind === 'merge' ? 'It' : 'The theme with its sub-themes';
  return `${comments} of all time ${moving === 1 ? 'moves' : 'move'}. ${where} goes from ${formatNumber(before)} to ${formatNumber(after)}${both > 0 ? `; ${formatNumber(both)} had both` : ''}.`;
}
