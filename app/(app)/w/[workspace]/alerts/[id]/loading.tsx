import { Card } from '@/components/ui/card';
import { Skeleton, TableSkeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-20 w-2/3" />
      <Card>
        <TextSkeleton lines={8} />
      </Card>
      <Card flush>
        <TableSkeleton rows={10} />
      </Card>
    </>
  );
}
