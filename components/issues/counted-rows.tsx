import { Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PagedCard } from '@/components/ui/paged-card';
import { formatCount } from '@/lib/core/format';
import { RowsChanged } from './rows-changed';

type Props = {
  /** Of the ranking, what it counted, and what there is now; whether anything it counted has changed since. */
  computedAt: Date;
  then: number;
  now: number;
  hasChanged: boolean;
  page: number;
  pageSize: number;
  shown: number;
  /** What a row is. */
  noun: string;
  plural?: string;
  hrefOf: (page: number) => string;
  /** The table of the rows on this page. */
  children: ReactNode;
};

/** The rows behind a count of a ranking, page by page, and whether they are still those it counted. */
export function CountedRows(props: Props) {
  const { computedAt, then, now, hasChanged, page, pageSize, shown, noun, plural, hrefOf, children } = props;
  return (
    <>
      {hasChanged && <RowsChanged computedAt={computedAt} then={then} now={now} />}
      <PagedCard
        {...{ page, pageSize, shown, noun, hrefOf }}
        {...(plural ? { plural } : {})}
        total={now}
        empty={
          <EmptyState
            icon={Rows3}
            title={now === 0 ? `No ${noun} was counted here` : 'The list ends before this page'}
            actions={now === 0 ? undefined : <ButtonLink href={hrefOf(1)}>To the first page</ButtonLink>}
          >
            {now > 0 && <p>It has {formatCount(now, noun, plural)}.</p>}
          </EmptyState>
        }
      >
        {children}
      </PagedCard>
    </>
  );
}
