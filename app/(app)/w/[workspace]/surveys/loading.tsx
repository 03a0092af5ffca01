import { Card } from '@/components/ui/card';
import { Skeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-6 w-64" />
      </div>
      <Skeleton className="h-64 w-full" />
      <Card>
        <TextSkeleton lines={12} />
      </Card>
    </>
  );
}
