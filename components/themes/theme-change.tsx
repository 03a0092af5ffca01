import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import type { ChangeInWords } from './describe-change';

const ICON = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight };

/** How a theme moved: words and an arrow, with the figures for whoever rests on them. */
export function ThemeChange({ change }: { change: ChangeInWords }) {
  const Icon = ICON[change.direction];
  return (
    <span
      title={change.figures ?? undefined}
      className={change.direction === 'flat' ? 'text-ink-mute' : undefined}
    >
      <Icon aria-hidden className="mr-1 inline size-4 align-[-0.15em]" />
      {change.text}
      {change.figures && <span className="sr-only"> ({change.figures})</span>}
    </span>
  );
}
