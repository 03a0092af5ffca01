import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeChurn } from './describe-churn';

type Props = {
  details: ImpactDetails;
  asOf: Date;
  issue: { href: string; title: string; rank: number; of: number };
};

/** How a theme goes with churn, and the issue that weighs it. */
export function ThemeImpact({ details, asOf, issue }: Props) {
  const { text, figures } = describeChurn(details.churn);
  return (
    <Section title="What goes with it">
      <Card className="space-y-2">
        <p className="max-w-prose text-lg">{text}</p>
        <p className="text-sm text-ink-mute">
          {figures && `${figures}. `}Over all time, as of {formatDate(asOf)}.
        </p>
        <p>
          Issue <TextLink href={issue.href}>{issue.title}</TextLink>, number {issue.rank} of {issue.of} by
          priority.
        </p>
      </Card>
    </Section>
  );
}
