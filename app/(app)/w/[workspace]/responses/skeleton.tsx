import { Card } from '@/components/ui/card';
import { PageSkeleton } from '@/components/ui/page-skeleton';
import { TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <PageSkeleton controls="h-56">
      <Card>
        <TextSkeleton lines={24} />
      </Card>
    </PageSkeleton>
  );
}
