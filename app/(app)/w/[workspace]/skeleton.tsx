import { Skeleton } from '@/components/ui/skeleton';

export default function PageShape() {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-6 w-full max-w-xl" />
      </div>
      <Skeleton className="h-28 w-full" />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
      <div className="grid gap-4 xl:grid-cols-2">
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
      </div>
    </>
  );
}
