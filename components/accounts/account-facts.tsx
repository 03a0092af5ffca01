import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/section';
import type { AccountDetail } from '@/lib/accounts/get-account';
import { formatDate } from '@/lib/core/format';
import { Unknown } from './unknown';

type Props = { account: AccountDetail; owner: ReactNode; weight: ReactNode };

/** What is recorded of an account, with a dash where nothing is. */
export function AccountFacts({ account, owner, weight }: Props) {
  const text = (value: string | null) => value ?? <Unknown reason="Not imported" />;
  const day = (value: Date | null) => (value ? formatDate(value) : <Unknown reason="Not imported" />);
  return (
    <Section id="facts" title="Facts">
      <Card>
        <DefinitionList
          items={[
            { term: 'Plan', description: text(account.plan) },
            { term: 'Segment', description: text(account.segment) },
            { term: 'Industry', description: text(account.industry) },
            { term: 'Country', description: text(account.country) },
            { term: 'Customer since', description: day(account.startedAt) },
            { term: 'Renewal', description: day(account.renewalAt) },
            ...(account.churnedAt
              ? [
                  { term: 'Churned', description: formatDate(account.churnedAt) },
                  { term: 'Reason given', description: text(account.churnReason) },
                ]
              : []),
            { term: 'Domain', description: text(account.domain) },
            { term: 'External id', description: text(account.externalId) },
            ...account.custom.map(({ label, value }) => ({ term: label, description: value })),
            { term: 'Looked after by', description: owner },
            { term: 'Strategic weight', description: weight },
          ]}
        />
      </Card>
    </Section>
  );
}
