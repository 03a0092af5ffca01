'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';

const Waiting = () => <Skeleton className="h-60 w-full" />;

/** Drawn in the browser only and fetched apart from the page: the words, the legend and the table are there already. */
export const LazyTimeSeriesPlot = dynamic(() => import('./time-series-plot'), {
  ssr: false,
  loading: Waiting,
});
export const LazyStackedBarsPlot = dynamic(() => import('./stacked-bars-plot'), {
  ssr: false,
  loading: Waiting,
});
