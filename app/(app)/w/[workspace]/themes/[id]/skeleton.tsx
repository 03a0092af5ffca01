import { Card } from '@/components/ui/card';
import { Skeleton, TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <div className="space-y-8">
      <Skeleton className="h-9 w-64" />
      <Skeleton className="h-10 w-80 max-w-full" />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {['share', 'problems', 'negative', 'nps'].map((each) => (
          <Skeleton key={each} className="h-36" />
        ))}
      </div>
      <Card>
        <Skeleton className="h-80 w-full" />
      </Card>
      <Card>
        <TextSkeleton lines={8} />
      </Card>
    </div>
  );
}
