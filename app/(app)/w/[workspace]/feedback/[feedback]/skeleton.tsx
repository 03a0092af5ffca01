import { Card } from '@/components/ui/card';
import { Skeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-9 w-72" />
        <Skeleton className="h-6 w-40" />
      </div>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Card>
          <TextSkeleton lines={10} />
        </Card>
        <Card>
          <TextSkeleton lines={10} />
        </Card>
      </div>
    </>
  );
}
