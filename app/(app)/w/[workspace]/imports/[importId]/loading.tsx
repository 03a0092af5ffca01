import { Card } from '@/components/ui/card';
import { Skeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function Loading() {
  return (
    <>
      <Skeleton className="h-9 w-72 max-w-full" />
      <Card>
        <TextSkeleton lines={8} />
      </Card>
    </>
  );
}
