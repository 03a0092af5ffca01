'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatNumber } from '@/lib/core/format';

const REFRESH_MS = 4000;

/** How far the engine has come with reading; the screen follows it until it is through. */
export function ReadingProgress({ read, all }: { read: number; all: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <ProgressBar
      label="Reading comments"
      share={all > 0 ? read / all : null}
      value={`${formatNumber(read)} of ${formatNumber(all)}`}
      detail="What is not read yet has no sentiment and no theme; the numbers below grow as it goes on."
    />
  );
}
