import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { TextLink } from '@/components/ui/text-link';

type Props = {
  workspaceSlug: string;
  feedbackId: string;
  language: string | null;
  /** Lines of it that a list has room for. */
  lines?: 2 | 3;
  children: ReactNode;
};

/** The beginning of what a customer said, in their own words, with the way to all of it. */
export function ExcerptLink({ workspaceSlug, feedbackId, language, lines = 2, children }: Props) {
  return (
    <TextLink
      href={`/w/${workspaceSlug}/feedback/${feedbackId}`}
      lang={language ?? undefined}
      dir="auto"
      className={cx(
        'break-words font-voice !font-normal !text-ink',
        lines === 2 ? 'line-clamp-2' : 'line-clamp-3',
      )}
    >
      {children}
    </TextLink>
  );
}
