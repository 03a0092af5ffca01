import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';

type Props = { count: number; href: string; children: ReactNode };

/** A count in running text that opens its rows; of none there is nothing to open. */
export function Opened({ count, href, children }: Props) {
  return count === 0 ? children : <TextLink href={href}>{children}</TextLink>;
}
