import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <PageHeader title="Alerts" />
      <Card flush>
        <TableSkeleton rows={8} />
      </Card>
    </>
  );
}
