'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';

const EVERY_MS = 3000;
/** Of the time, a screen may be fetched: one of a million rows takes seconds, and is fetched more seldom. */
const SHARE_FETCHED = 0.5;

/** Fetches the screen anew every few seconds, for as long as it stands on the page and is seen: while work is under way. */
export function RefreshWhile() {
  const router = useRouter();
  const [isFetching, startFetching] = useTransition();
  const beganMs = useRef(0);
  useEffect(() => {
    if (isFetching) return;
    const tookMs = beganMs.current === 0 ? 0 : performance.now() - beganMs.current;
    const timer = setInterval(
      () => {
        if (document.visibilityState !== 'visible') return;
        beganMs.current = performance.now();
        startFetching(() => router.refresh());
      },
      Math.max(EVERY_MS, tookMs / SHARE_FETCHED),
    );
    return () => clearInterval(timer);
  }, [isFetching, router]);
  return null;
}
