import NextLink from 'next/link';
import type { ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** Who said it, where and when. */
  attribution: ReactNode;
  /** The row it was said in. */
  href?: string;
  /** The language of the words, e.g. "fr": it is read out with the right voice, and the right way round. */
  lang?: string;
};

/** A customer's own words, never ours: set in a serif, with the way back to where they stand. */
export function Quote({ children, attribution, href, lang }: Props) {
  return (
    <figure className="border-l-2 border-accent/60 pl-4">
      <blockquote
        lang={lang}
        dir="auto"
        className="max-w-prose break-words font-voice text-lg leading-relaxed"
      >
        {children}
      </blockquote>
      <figcaption className="mt-1.5 flex flex-wrap gap-x-2 text-sm text-ink-mute">
        <span>{attribution}</span>
        {href && (
          <NextLink
            href={href}
            className="rounded-sm font-medium text-accent underline underline-offset-[3px]"
          >
            In context
          </NextLink>
        )}
      </figcaption>
    </figure>
  );
}
