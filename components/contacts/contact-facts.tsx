import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ContactDetail, Job } from '@/lib/accounts/get-contact';
import { formatDays } from '@/lib/core/format';

type Props = { workspaceSlug: string; contact: ContactDetail };

/** How a person is recognised. */
export function ContactFacts({ contact }: Pick<Props, 'contact'>) {
  const list = (values: string[]) => (values.length > 0 ? values.join(', ') : 'None known');
  return (
    <Section title="Recognised by" description="Rows that name one of these are theirs.">
      <Card>
        <DefinitionList
          items={[
            { term: 'E-mail', description: list(contact.emails) },
            { term: 'Identifier', description: list(contact.externalIds) },
            { term: 'Phone', description: list(contact.phones) },
          ]}
        />
      </Card>
    </Section>
  );
}

/** Where a person works, and worked before. */
export function ContactJobs({ workspaceSlug, contact }: Props) {
  const columns: Column<Job>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, accountName, title }) => (
        <>
          <TextLink href={`/w/${workspaceSlug}/accounts/${accountId}`} dir="auto">
            {accountName}
          </TextLink>
          {title && <span className="block text-sm font-normal text-ink-mute">{title}</span>}
        </>
      ),
    },
    {
      key: 'heard',
      header: 'Heard from there',
      cell: ({ firstAt, lastAt }) => (firstAt && lastAt ? formatDays(firstAt, lastAt) : 'Never'),
    },
    {
      key: 'state',
      header: 'State',
      cell: ({ hasEnded }) => (
        <Badge tone={hasEnded ? 'neutral' : 'accent'}>{hasEnded ? 'Before' : 'Now'}</Badge>
      ),
    },
  ];
  return (
    <Section
      title="Companies"
      description="A company counts as left when everything from another one came after the last from there."
    >
      <Card flush>
        <Table
          caption="Companies of this person"
          hideCaption
          onPhone="cards"
          columns={columns}
          rows={contact.jobs}
          rowKey={({ accountId }) => accountId}
          empty={<p className="p-4 text-ink-mute">No account is known of them.</p>}
        />
      </Card>
    </Section>
  );
}
