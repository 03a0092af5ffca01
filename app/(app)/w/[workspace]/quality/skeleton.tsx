import { Card } from '@/components/ui/card';
import { PageSkeleton } from '@/components/ui/page-skeleton';
import { TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <PageSkeleton controls="h-36">
      <Card>
        <TextSkeleton lines={12} />
      </Card>
    </PageSkeleton>
  );
}
