import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';

type Props = {
  title: ReactNode;
  description?: ReactNode;
  /** What the picture shows, in words. */
  summary: string;
  legend?: ReactNode;
  /** Shown instead of the picture when there is nothing to draw. */
  empty?: boolean;
  /** The picture; it lies in a place of fixed height, so nothing moves when it comes. */
  children: ReactNode;
  /** The same data as a real table. */
  table: ReactNode;
};

/** What every chart has: a title, a legend of our own, the picture with its words, and its data as a table. */
export function ChartFrame({ title, description, summary, legend, empty, children, table }: Props) {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <figcaption>
        <p id={id} className="font-semibold">
          {title}
        </p>
        {description && <p className="text-sm text-ink-mute">{description}</p>}
      </figcaption>
      {legend && !empty && <div className="mt-3">{legend}</div>}
      {empty ? (
        <div className="mt-3 flex h-60 items-center justify-center rounded border border-dashed border-line text-ink-mute">
          Nothing to draw in this period
        </div>
      ) : (
        <>
          <div role="img" aria-label={summary} className="mt-3 h-60">
            {children}
          </div>
          <details className="group mt-2">
            <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm text-sm text-ink-mute hover:text-ink">
              <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
              Show as table
            </summary>
            <div className="mt-2 max-h-80 overflow-y-auto rounded border border-line">{table}</div>
          </details>
        </>
      )}
    </figure>
  );
}
