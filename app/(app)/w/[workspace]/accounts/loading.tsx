import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-6 w-80 max-w-full" />
      </div>
      <Skeleton className="h-16 w-full" />
      <Card flush>
        <TableSkeleton rows={18} />
      </Card>
    </>
  );
}
