import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/core/format';
import { Unknown } from './unknown';

type Props = {
  score: number | null;
  at: Date | null;
  /** The list of all its answers. */
  href: string;
};

/** The latest answer to "would you recommend", in the words of its part of the scale. */
export function NpsScore({ score, at, href }: Props) {
  if (score === null || at === null) return <Unknown reason="Nobody there has answered an NPS question" />;
  const [word, tone] =
    score >= 9
      ? ['promoter', 'text-positive']
      : score >= 7
        ? ['passive', 'text-ink-mute']
        : ['detractor', 'text-negative'];
  return (
    <span className="block">
      <span className="whitespace-nowrap">
        <TextLink href={href}>{score} of 10</TextLink>
      </span>
      <span className={`block text-sm ${tone}`}>
        {word}, {formatDate(at)}
      </span>
    </span>
  );
}
