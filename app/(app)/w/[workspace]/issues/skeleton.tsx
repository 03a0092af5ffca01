import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <PageHeader title="Issues" description="What to fix first, and why." />
      <Card>
        <Skeleton className="h-40 w-full sm:h-24" />
      </Card>
      <Card flush>
        <TableSkeleton rows={12} />
      </Card>
    </>
  );
}
