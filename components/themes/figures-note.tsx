import { ChevronRight } from 'lucide-react';

/** How the numbers of the theme screens are made. */
export function FiguresNote() {
  return (
    <details className="group text-sm text-ink-mute">
      <summary className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm hover:text-ink">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        How these numbers are made
      </summary>
      <dl className="mt-2 max-w-prose space-y-2 [&_dt]:font-medium [&_dt]:text-ink-soft">
        <div>
          <dt>Comments</dt>
          <dd>
            Comments with a sentence about the theme. One comment may have several themes, so the shares add
            up to more than 100%.
          </dd>
        </div>
        <div>
          <dt>Sentiment</dt>
          <dd>How the whole comment feels.</dd>
        </div>
        <div>
          <dt>Problems</dt>
          <dd>
            Comments in which a sentence about the theme is not positive and is not praise or a question.
          </dd>
        </div>
        <div>
          <dt>Change of share</dt>
          <dd>
            Mentions per comment with content, against as many days directly before: exact test of two Poisson
            rates, corrected for the number of themes (Benjamini-Hochberg). It is called a change below q =
            0.05. Rest on it for the figures.
          </dd>
        </div>
        <div>
          <dt>NPS effect</dt>
          <dd>
            NPS of all answers with text, minus NPS without those that complain about the theme, over all
            time; 95% interval from a bootstrap over contacts. Below zero: the score would be higher without
            them.
          </dd>
        </div>
      </dl>
    </details>
  );
}
