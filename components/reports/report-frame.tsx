import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';

type Props = {
  back: { label: string; href: string };
  actions: ReactNode;
  /** Nothing for those who may not share. */
  sharing: ReactNode;
  children: ReactNode;
};

/** A report inside the workspace: the sheet as others get it, and around it what is not on the paper. */
export function ReportFrame({ back, actions, sharing, children }: Props) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <p>
          <TextLink href={back.href}>Back to {back.label}</TextLink>
        </p>
        {actions}
      </div>
      {children}
      {sharing && (
        <div className="print:hidden">
          <Section
            title="Share it"
            description="A link shows this report, and nothing else, to whoever has it: no notes, and quotes with people redacted and your accounts’ names replaced. A nickname, or a company that is not among your accounts, would still show: read the quotes above before you send it. It shows the figures of the day on which it is opened."
          >
            <Card className="max-w-2xl">{sharing}</Card>
          </Section>
        </div>
      )}
    </>
  );
}
