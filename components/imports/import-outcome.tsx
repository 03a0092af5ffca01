import { InfoTip } from '@/components/ui/info-tip';
import { Stat } from '@/components/ui/stat';
import { accountsHref } from '@/lib/accounts/account-list-query';
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
  /** Answers without a comment by metric, counted as their list counts them. */
  wordless: { metric: Metric; count: number }[];
  /** Accounts it added or changed that there are now, counted as their list counts them. */
  accounts: number;
  /** Whether the rows that were here already are listed. */
  hasRepeats: boolean;
};

/** What came of the rows of a file, each number with the way to its rows. */
export function ImportOutcome(props: Props) {
  const { details, workspaceSlug, comments, wordless, accounts } = props;
  const { id, target, rowsFailed } = details;
  return (
    <div id="outcome" className="grid scroll-mt-4 gap-4 sm:grid-cols-2 lg:grid-cols-4">
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
            value={formatNumber(wordless.reduce((sum, { count }) => sum + count, 0))}
            links={wordless.map(({ metric, count }) => ({
              text: `${formatNumber(count)} ${scales[metric].name}`,
              href: responsesHref(workspaceSlug, { metric, import: id, wordless: '1' }),
            }))}
          />
        </>
      ) : (
        <Stat
          label="Accounts added or changed"
          value={formatNumber(accounts)}
          {...(accounts > 0 && {
            n: accounts,
            noun: 'account',
            href: accountsHref(workspaceSlug, { import: id }),
          })}
        />
      )}
      <AlreadyHere {...props} />
      <Stat
        label="Left out"
        value={formatNumber(rowsFailed)}
        {...(rowsFailed > 0 && { n: rowsFailed, noun: 'row', href: '#left-out' })}
      />
    </div>
  );
}

/** Rows that say what was here before; those of imports before they were kept row by row have no list. */
function AlreadyHere({ details: { rowsUnchanged }, hasRepeats }: Props) {
  return (
    <Stat
      label="Unchanged, already here"
      value={formatNumber(rowsUnchanged)}
      {...(hasRepeats && { n: rowsUnchanged, noun: 'row', href: '#unchanged' })}
      tip={
        <InfoTip label="What unchanged means">
          Nothing was added or changed for these rows: an earlier file brought them, or they stand in this
          file twice. They belong to the import that brought them first.
        </InfoTip>
      }
    />
  );
}
