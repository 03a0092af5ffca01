import { ArrowUpRight } from 'lucide-react';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { cx } from './cx';

const LINK_STYLE =
  'rounded-sm font-medium text-accent underline decoration-accent/40 underline-offset-[3px] transition-colors hover:decoration-accent';

/** A link in running text to another screen. */
export function TextLink({ className, ...rest }: ComponentProps<typeof NextLink>) {
  return <NextLink className={cx(LINK_STYLE, className)} {...rest} />;
}

/** A link out of the product: it opens beside it, says so, and tells the other site nothing. */
export function ExternalLink({ className, children, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    <a className={cx(LINK_STYLE, className)} target="_blank" rel="noopener noreferrer" {...rest}>
      {children}
      <ArrowUpRight aria-hidden className="mb-0.5 ml-0.5 inline size-3" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
