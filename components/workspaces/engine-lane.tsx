import { FormMessage } from '@/components/ui/form-message';

/** Which lane reads new feedback. @param problem why the sentence encoder cannot be used, or null where it can */
export function EngineLane({ problem }: { problem: string | null }) {
  return problem === null ? (
    <FormMessage tone="neutral" title="Full lane">
      English is read with the sentence encoder; German, Spanish, French, Italian and Portuguese by their
      words. In other languages the sentiment is left open.
    </FormMessage>
  ) : (
    <FormMessage tone="warning" title="Fast lane">
      The sentence encoder cannot be used: {problem}. English is read with word vectors instead, a little less
      right. What was read before keeps its version.
    </FormMessage>
  );
}
