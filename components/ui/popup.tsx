'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from './cx';

type Props = {
  /** What is always seen; it opens and closes the panel. */
  summary: ReactNode;
  summaryClass: string;
  /** A name for a summary that is only an icon. */
  label?: string;
  panelClass: string;
  children: ReactNode;
};

/**
 * A panel under a button, on the browser's own disclosure, so it opens before any script has loaded. Script adds what
 * people expect besides: Escape gives the focus back, and it closes on a press elsewhere or on a choice.
 */
export function Popup({ summary, summaryClass, label, panelClass, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const close = () => element.removeAttribute('open');
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return;
      if (element.contains(document.activeElement)) element.querySelector('summary')?.focus();
      close();
    };
    const onPress = (event: Event) => {
      if (!element.contains(event.target as Node)) close();
    };
    const onChoice = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('a[href], button')) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    element.addEventListener('click', onChoice);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
      element.removeEventListener('click', onChoice);
    };
  }, []);

  return (
    <details ref={details} className="relative inline-block">
      <summary aria-label={label} className={summaryClass}>
        {summary}
      </summary>
      <div className={cx('absolute z-30 rounded-lg border border-line bg-surface shadow-float', panelClass)}>
        {children}
      </div>
    </details>
  );
}
