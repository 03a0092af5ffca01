import { Card } from '@/components/ui/card';
import { PageSkeleton } from '@/components/ui/page-skeleton';
import { TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <PageSkeleton controls="h-16">
      <Card flush>
        <TableSkeleton rows={18} />
      </Card>
    </PageSkeleton>
  );
}
