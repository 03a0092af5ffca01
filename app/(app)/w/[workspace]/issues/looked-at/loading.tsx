import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-20 w-2/3" />
      <Skeleton className="h-10 w-full" />
      <Card flush>
        <TableSkeleton rows={12} />
      </Card>
    </>
  );
}
