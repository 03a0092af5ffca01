import type { ComponentProps, ReactNode } from 'react';
import { Card } from './card';
import { PageSteps } from './page-steps';

type Props = ComponentProps<typeof PageSteps> & {
  /** Stands in place of the rows where the page has none. */
  empty: ReactNode;
  /** The table of the rows on this page. */
  children: ReactNode;
};

/** One page of a list, and at its foot the steps to the others. */
export function PagedCard({ empty, children, ...steps }: Props) {
  const hasRows = steps.shown > 0;
  return (
    <>
      <Card flush>{hasRows ? children : empty}</Card>
      {hasRows && <PageSteps {...steps} />}
    </>
  );
}
