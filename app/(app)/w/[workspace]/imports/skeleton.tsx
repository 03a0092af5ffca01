import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <PageHeader title="Imports" description="Feedback and accounts from files. Any import can be undone." />
      <Card flush>
        <TableSkeleton rows={8} />
      </Card>
    </>
  );
}
