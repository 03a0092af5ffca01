import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { checkContrasts, type Look } from '@/lib/surveys/look';

/** Every contrast of a look with what it must reach, and what is done where it does not. */
export function ContrastList({ look }: { look: Look }) {
  return (
    <Card>
      <h2 className="font-medium">Contrast</h2>
      <p className="text-sm text-ink-mute">
        What people read must reach 4.5 to 1 of its background, or it is not saved (WCAG 2.2, level AA).
      </p>
      <ul aria-live="polite" className="mt-3 space-y-1.5">
        {checkContrasts(look).map(({ name, first, second, ratio, least, remedy }) => {
          const isReached = ratio >= least;
          return (
            <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span
                aria-hidden
                className="flex h-6 w-9 items-center justify-center rounded border border-line-strong/60 font-semibold"
                style={{ color: first, background: second }}
              >
                {/* What is no text is shown as none. */}
                {remedy === null ? 'Aa' : <span className="size-3.5 rounded-full bg-current" />}
              </span>
              <span className="min-w-0 flex-1">{name}</span>
              <span className="tabular-nums">{ratio.toFixed(1)} to 1</span>
              <Badge tone={isReached ? 'positive' : remedy ? 'neutral' : 'negative'}>
                {isReached ? 'Enough' : (remedy ?? `Needs ${least} to 1`)}
              </Badge>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
