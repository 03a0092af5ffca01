import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <PageHeader title="Possible duplicates" description="Comparing names and domains" />
      <Card>
        <TextSkeleton lines={6} />
      </Card>
    </>
  );
}
