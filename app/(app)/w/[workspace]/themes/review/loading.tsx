import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <div className="space-y-6">
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-5 w-full max-w-xl" />
      <Skeleton className="h-10 w-80 max-w-full" />
      <Card flush>
        <TableSkeleton rows={14} />
      </Card>
    </div>
  );
}
