import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';

type Props = { isByHand: boolean; isRanking: boolean; issuesHref: string };

/** Stands in place of an issue's figures while it has none, and says why. */
export function NoFigures({ isByHand, isRanking, issuesHref }: Props) {
  if (isByHand) {
    return (
      <FormMessage tone="neutral" title="Made by hand">
        It has no theme, so it has no figures and no rank: what it rests on is what people pin to it.
      </FormMessage>
    );
  }
  if (isRanking) {
    return (
      <FormMessage tone="neutral" title="No ranking to show">
        Its figures appear here once issues are ranked. <TextLink href={issuesHref}>How far that is</TextLink>
      </FormMessage>
    );
  }
  return (
    <FormMessage tone="neutral" title="Not in the ranking now">
      No statement complains of this theme any more. Status, notes and history are kept.
    </FormMessage>
  );
}
