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
  /** Takes the whole width. */
  block?: boolean;
  children: ReactNode;
};

/**
 * A panel under a button, on the browser's own disclosure, so it opens before any script has loaded. Script adds what
 * people expect besides: it stays on the screen, Escape gives the focus back, a press elsewhere or a choice closes it.
 */
export function Popup({ summary, summaryClass, label, panelClass, block, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const panel = useRef<HTMLDivElement>(null);

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
    const onToggle = () => {
      if (element.open && panel.current) moveIntoView(panel.current);
    };
    const onChoice = (event: Event) => {
      // A dialog opened from here lives in here, so it must not be closed away with the panel.
      const choice = event.target instanceof Element && event.target.closest('a[href], button');
      if (choice && choice.ariaHasPopup !== 'dialog') close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onPress);
    element.addEventListener('click', onChoice);
    element.addEventListener('toggle', onToggle);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onPress);
      element.removeEventListener('click', onChoice);
      element.removeEventListener('toggle', onToggle);
    };
  }, []);

  return (
    <details ref={details} className={cx('relative', block ? 'block' : 'inline-block align-middle')}>
      <summary aria-label={label} className={summaryClass}>
        {summary}
      </summary>
      <div
        ref={panel}
        className={cx('absolute z-30 rounded-lg border border-line bg-surface shadow-float', panelClass)}
      >
        {children}
      </div>
    </details>
  );
}

function moveIntoView(panel: HTMLElement) {
  const margin = 8;
  panel.style.translate = '';
  const { left, right } = panel.getBoundingClientRect();
  const beyond = right - (document.documentElement.clientWidth - margin);
  const shift = left < margin ? margin - left : Math.min(0, -beyond);
  panel.style.translate = `${shift}px`;
}
