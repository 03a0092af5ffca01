import { ChevronRight } from 'lucide-react';
import { FEWEST_STATEMENTS } from '@/lib/quality/compute-quality';

/** How the numbers of the quality page are made. */
export function QualityNote() {
  return (
    <details className="group text-sm text-ink-mute">
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        How these numbers are made
      </summary>
      <dl className="mt-2 max-w-prose space-y-2 [&_dt]:font-medium [&_dt]:text-ink-soft">
        <div>
          <dt>The sample</dt>
          <dd>
            Each statement of the period that the engine has read is as likely to be drawn as any other. The
            labeller does not see what the engine says before labelling. Statements skipped may be harder than
            the others: label them too before you rest on the figures.
          </dd>
        </div>
        <div>
          <dt>What people say</dt>
          <dd>
            Where several label the same statement, the label most of them give counts; where two are level,
            the one given first. What the engine said is kept as it was at that moment, so a later version
            does not change these figures: draw a new sample to measure it.
          </dd>
        </div>
        <div>
          <dt>Right, and Found</dt>
          <dd>Shares with Wilson’s 95% interval.</dd>
        </div>
        <div>
          <dt>Macro-F1 and alpha</dt>
          <dd>
            Macro-F1 as the mean of the F1 of each label; Krippendorff’s alpha for names without an order
            (2011). Their 95% intervals come from 1,000 draws of the statements with replacement. Under{' '}
            {FEWEST_STATEMENTS} statements they are not shown.
          </dd>
        </div>
        <div>
          <dt>Labels are corrections</dt>
          <dd>
            A label wins over the engine on every screen, as a correction on the statement itself does.
            “Cannot tell” corrects nothing.
          </dd>
        </div>
      </dl>
    </details>
  );
}
