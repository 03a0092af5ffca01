import { InfoTip } from '@/components/ui/info-tip';
import { Stat } from '@/components/ui/stat';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatNumber } from '@/lib/core/format';
import type { ImportDetails } from '@/lib/ingest/find-imports';
import { responsesHref } from '@/lib/responses/response-filter';
import { type Metric, scales } from '@/lib/responses/schema';

type Props = {
  details: ImportDetails;
  workspaceSlug: string;
  /** Comments there are now of this import, counted as the list counts them. */
  comments: number;
  scoresOnly: number;
  /** Answers without a comment by metric, counted as their list counts them. */
  wordless: { metric: Metric; count: number }[];
};

/** What came of the rows of a file, each number with the way to its rows. */
export function ImportOutcome({ details, workspaceSlug, comments, scoresOnly, wordless }: Props) {
  const { id, target, rowsAdded, rowsUnchanged, rowsFailed } = details;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {target === 'feedback' ? (
        <>
          <Stat
            label="Comments added"
            value={formatNumber(comments)}
            {...(comments > 0 && {
              n: comments,
              noun: 'comment',
              href: feedbackHref(workspaceSlug, { import: id }),
            })}
          />
          <Stat
            label="Scores without a comment"
            value={formatNumber(scoresOnly)}
            links={wordless.map(({ metric, count }) => ({
              text: `${formatNumber(count)} ${scales[metric].name}`,
              href: responsesHref(workspaceSlug, { metric, import: id, wordless: '1' }),
            }))}
          />
        </>
      ) : (
        <Stat label="Accounts added or changed" value={formatNumber(rowsAdded)} />
      )}
      <Stat
        label="Unchanged, already here"
        value={formatNumber(rowsUnchanged)}
        tip={
          <InfoTip label="What unchanged means">
            Rows that say what was here before, to the letter. They are counted and not kept a second time, so
            there is no list of them.
          </InfoTip>
        }
      />
      <Stat
        label="Left out"
        value={formatNumber(rowsFailed)}
        {...(rowsFailed > 0 && { n: rowsFailed, noun: 'row', href: '#left-out' })}
      />
    </div>
  );
}
