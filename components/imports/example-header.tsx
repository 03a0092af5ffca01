import { Code } from '@/components/ui/code';
import type { ImportTarget } from '@/lib/ingest/csv/fields';

const EXAMPLES: Record<ImportTarget, { what: string; header: string }> = {
  feedback: {
    what: 'What customers said: survey answers, tickets, reviews. One row each; a comment and a date are enough.',
    header: 'date, comment, nps, email, account_id',
  },
  accounts: {
    what: 'The companies you sell to, with their revenue and churn date, so that issues can be ranked by what they cost.',
    header: 'account_id, name, arr, currency, plan, started_at, churned_at',
  },
};

/** What a kind of import takes, with an example of its header. */
export function ExampleHeader({ target }: { target: ImportTarget }) {
  const { what, header } = EXAMPLES[target];
  return (
    <>
      <span className="block">{what}</span>
      <span className="mt-1 block">
        For example <Code>{header}</Code>
      </span>
    </>
  );
}
