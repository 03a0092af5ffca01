import { HowMade } from '@/components/ui/how-made';
import { FEWEST_STATEMENTS } from '@/lib/quality/compute-quality';

/** How the numbers of the quality page are made. */
export function QualityNote() {
  return (
    <HowMade
      entries={[
        {
          term: 'The sample',
          description: (
            <>
              Each statement of the period that the engine has read is as likely to be drawn as any other. The
              labeller does not see what the engine says before labelling. Statements skipped may be harder
              than the others: label them too before you rest on the figures.
            </>
          ),
        },
        {
          term: 'What people say',
          description: (
            <>
              Where several label the same statement, the label most of them give counts; where two are level,
              the one given first. What the engine said is kept as it was at that moment, so a later version
              does not change these figures: draw a new sample to measure it.
            </>
          ),
        },
        { term: 'Right, and Found', description: <>Shares with Wilson’s 95% interval.</> },
        {
          term: 'Macro-F1 and alpha',
          description: (
            <>
              Macro-F1 as the mean of the F1 of each label; Krippendorff’s alpha for names without an order
              (2011). Their 95% intervals come from 1,000 draws of the statements with replacement. Under{' '}
              {FEWEST_STATEMENTS} statements they are not shown.
            </>
          ),
        },
        {
          term: 'Labels are corrections',
          description: (
            <>
              A label wins over the engine on every screen, as a correction on the statement itself does.
              “Cannot tell” corrects nothing.
            </>
          ),
        },
      ]}
    />
  );
}
