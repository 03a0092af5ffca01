import { Card } from '@/components/ui/card';
import { PageSkeleton } from '@/components/ui/page-skeleton';
import { TableSkeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
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
