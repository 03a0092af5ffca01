import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-6 w-24" />
        <Skeleton className="h-9 w-64" />
      </div>
      <Skeleton className="h-28 w-full" />
      <Card>
        <TextSkeleton lines={4} />
      </Card>
      <Card flush>
        <TableSkeleton rows={8} />
      </Card>
    </>
  );
}
