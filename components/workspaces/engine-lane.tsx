import { FormMessage } from '@/components/ui/form-message';

type Props = {
  /** Why the sentence encoder cannot be used, or null where it is there. */
  problem: string | null;
  /** Whether the newest statement was read without it all the same. */
  isReadFast: boolean;
};

/** Which lane reads new feedback. */
export function EngineLane({ problem, isReadFast }: Props) {
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
