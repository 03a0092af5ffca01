import { FormMessage } from '@/components/ui/form-message';

type Props = {
  /** Why the sentence encoder cannot be used, or null where it is there. */
  problem: string | null;
  /** Whether the newest statement was read without it all the same. */
  isReadFast: boolean;
  /** Whether the weights that were learned from tweets are there. */
  hasTweetWeights: boolean;
};

/** Which lane reads new feedback, and which weights were left out. */
export function EngineLane({ problem, isReadFast, hasTweetWeights }: Props) {
  return (
    <>
      <Lane problem={problem} isReadFast={isReadFast} />
      {!hasTweetWeights && (
        <FormMessage tone="warning" title="Without the weights learned from tweets">
          Their file was left out of this installation. English is read by the weights of open texts alone;
          German, Spanish, French, Italian and Portuguese are read by word lists, and less right.
        </FormMessage>
      )}
    </>
  );
}

function Lane({ problem, isReadFast }: Omit<Props, 'hasTweetWeights'>) {
  if (problem === null && !isReadFast) {
    return (
      <FormMessage tone="neutral" title="Full lane">
        English is read with the sentence encoder; German, Spanish, French, Italian and Portuguese by their
        words. In other languages the sentiment is left open.
      </FormMessage>
    );
  }
  return (
    <FormMessage tone="warning" title="Fast lane">
      {problem === null
        ? 'The sentence encoder is there, but the newest statement was read without it; the log of the worker says why.'
        : `The sentence encoder cannot be used: ${problem}.`}{' '}
      English is read with word vectors instead, a little less right. What was read before keeps its version.
    </FormMessage>
  );
}
