import { cx } from '@/components/ui/cx';
import type { Excerpt } from '@/lib/annotations/find-matches';

type Props = {
  pieces: Excerpt[];
  lang?: string | undefined;
  /** Sets how it is displayed, too: `block`, or `line-clamp-3`, which brings a display of its own. */
  className: string;
};

/** Words of a customer with the words searched for marked in them. Right-to-left text runs its own way. */
export function MatchedText({ pieces, lang, className }: Props) {
  return (
    <span lang={lang} dir="auto" className={cx('max-w-prose break-words font-voice', className)}>
      {pieces.map((piece, index) =>
        piece.isMatch ? (
          <mark key={`${index + 1}`} className="rounded-sm bg-warning-soft px-0.5 text-ink">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </span>
  );
}
