import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatNumber } from '@/lib/core/format';
import { ActionButton } from './action-button';
import type { FormAction } from './action-form';

type Props = {
  /** Statements that another version than the present one read last. */
  count: number;
  versionsHref: string;
  /** Null for those who may not, and while reading anew is under way or was stopped. */
  readAgain: FormAction | null;
};

/** Says how much is still as an earlier version of the engine read it, and has it read again. */
export function OutdatedReadings({ count, versionsHref, readAgain }: Props) {
  if (count === 0) return null;
  return (
    <div className="space-y-3">
      <FormMessage
        tone="warning"
        title={`${formatCount(count, 'statement')} ${count === 1 ? 'was' : 'were'} last read by an earlier version`}
      >
        What only the version in use looks for, such as what is felt about each theme of a sentence, may be
        missing in{' '}
        <TextLink href={versionsHref}>
          {count === 1 ? 'it' : `these ${formatNumber(count)}`}
          <span className="sr-only">, version by version</span>
        </TextLink>
        . Reading all again mends that. It goes on beside new feedback, can be stopped, and keeps every
        correction; figures, themes and ranks follow.
      </FormMessage>
      {readAgain && (
        <ActionButton action={readAgain} variant="primary">
          Read all again
        </ActionButton>
      )}
    </div>
  );
}
