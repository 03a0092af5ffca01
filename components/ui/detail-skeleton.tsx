import { Card } from './card';
import { PageSkeleton } from './page-skeleton';
import { TableSkeleton, TextSkeleton } from './skeleton';

/** The screen of one thing about to come: what there is to say of it, and the rows that belong to it. */
export function DetailSkeleton() {
  return (
    <PageSkeleton>
      <Card>
        <TextSkeleton lines={8} />
      </Card>
      <Card flush>
        <TableSkeleton rows={10} />
      </Card>
    </PageSkeleton>
  );
}
