import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-6 w-24" />
        <Skeleton className="h-9 w-64" />
      </div>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {['risk', 'arr', 'feedback', 'problems'].map((name) => (
          <Skeleton key={name} className="h-36" />
        ))}
      </div>
      <Card>
        <TextSkeleton lines={4} />
      </Card>
      <Card flush>
        <TableSkeleton rows={8} />
      </Card>
    </>
  );
}
