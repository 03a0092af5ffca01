import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TextSkeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <PageHeader title="Import" description="Opening the file" />
      <Card>
        <TextSkeleton lines={8} />
      </Card>
    </>
  );
}
