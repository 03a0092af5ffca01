import { Check } from 'lucide-react';
import { cx } from './cx';

type Props = {
  label: string;
  steps: string[] /** The position of the step at hand, from 0. */;
  current: number;
};

/** Where one is in a work of several steps. */
export function Stepper({ label, steps, current }: Props) {
  return (
    <ol aria-label={label} className="flex flex-wrap items-center gap-2 text-sm sm:gap-3">
      {steps.map((step, index) => {
        const done = index < current;
        const active = index === current;
        return (
          <li
            key={step}
            aria-current={active ? 'step' : undefined}
            className="flex items-center gap-2 sm:gap-3 [&:not(:last-child)]:flex-1 sm:[&:not(:last-child)]:flex-none"
          >
            <span
              className={cx(
                'flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold',
                done && 'border-transparent bg-accent-soft text-accent',
                active && 'border-transparent bg-accent text-on-accent',
                !done && !active && 'border-line-strong text-ink-mute',
              )}
            >
              {done ? <Check aria-hidden className="size-3.5" /> : index + 1}
            </span>
            <span className={cx(active ? 'font-semibold' : 'text-ink-mute max-sm:sr-only')}>
              {step}
              {done && <span className="sr-only"> (done)</span>}
            </span>
            {index < steps.length - 1 && <span aria-hidden className="h-px min-w-3 flex-1 bg-line sm:w-5" />}
          </li>
        );
      })}
    </ol>
  );
}
