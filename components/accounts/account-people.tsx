import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { AccountPerson } from '@/lib/annotations/find-account-people';
import type { PersonRole } from '@/lib/annotations/person-role';
import { formatCount } from '@/lib/core/format';
import { responsesHref } from '@/lib/responses/response-filter';
import { LastSaid } from './last-said';
import { NpsScore } from './nps-score';
import { Unknown } from './unknown';

type Props = {
  workspaceSlug: string;
  accountId: string;
  people: AccountPerson[];
  roles: ReadonlyMap<string, PersonRole>;
  total: number;
  page: number;
  pageSize: number;
  hrefOf: (page: number) => string;
};

const ROLES: Record<PersonRole, { label: string; tone: 'positive' | 'negative' | 'accent' }> = {
  champion: { label: 'Champion', tone: 'accent' },
  supporter: { label: 'Supporter', tone: 'positive' },
  critic: { label: 'Critic', tone: 'negative' },
};

/** Who is there, who speaks for us and who against, what they said last and what they would recommend. */
export function AccountPeople(props: Props) {
  const { workspaceSlug, accountId, people, roles, total, page, pageSize, hrefOf } = props;
  const columns: Column<AccountPerson>[] = [
    {
      key: 'name',
      header: 'Person',
      cell: (person) => (
        <span className="block space-y-0.5">
          <TextLink href={`/w/${workspaceSlug}/contacts/${person.id}`} dir="auto">
            {person.name ?? 'Unnamed'}
          </TextLink>
          {person.title && <span className="block text-sm font-normal text-ink-mute">{person.title}</span>}
          {person.hasLeft && <span className="block text-sm font-normal text-ink-mute">no longer there</span>}
        </span>
      ),
    },
    {
      key: 'role',
      header: 'Stands',
      cell: ({ id }) => {
        const role = roles.get(id);
        return role ? (
          <Badge tone={ROLES[role].tone}>{ROLES[role].label}</Badge>
        ) : (
          <Unknown reason="Too little is known to say" />
        );
      },
    },
    {
      key: 'statements',
      header: 'Feedback',
      align: 'right',
      cell: (person) =>
        person.statements > 0 ? (
          <span className="block">
            <TextLink href={feedbackHref(workspaceSlug, { account: accountId, contact: person.id })}>
              {person.statements}
              <span className="sr-only">
                {person.statements === 1 ? ' statement' : ' statements'} of {person.name ?? 'this person'}
              </span>
            </TextLink>
            <Tones workspaceSlug={workspaceSlug} accountId={accountId} person={person} />
          </span>
        ) : (
          '0'
        ),
    },
    {
      key: 'last',
      header: 'Last feedback',
      cell: (person) => <LastSaid at={person.lastFeedbackAt} sentiment={person.lastSentiment} />,
    },
    {
      key: 'nps',
      header: 'Latest NPS',
      cell: ({ id, npsScore, npsAt }) =>
        npsScore === null ? (
          <Unknown reason="Has not answered an NPS question" />
        ) : (
          <NpsScore
            score={npsScore}
            at={npsAt}
            href={responsesHref(workspaceSlug, { metric: 'nps', account: accountId, contact: id })}
          />
        ),
    },
  ];
  return (
    <Section
      id="people"
      title="People"
      description={`${formatCount(total, 'person', 'people')}, last heard first, by what was said from this account. Who stands for us or against is told by the latest NPS answer, else by the tone of three statements or more; the champion is the best of those heard last.`}
    >
      <Card flush>
        <Table
          caption="People at this account"
          hideCaption
          onPhone="cards"
          columns={columns}
          rows={people}
          rowKey={({ id }) => id}
          empty={
            <p className="p-4 text-ink-mute">
              {total === 0 ? 'Nobody there is known by name or address.' : 'The list ends before this page.'}
            </p>
          }
        />
      </Card>
      {total > pageSize && (
        <PageSteps
          page={page}
          pageSize={pageSize}
          shown={people.length}
          total={total}
          noun="person"
          plural="people"
          label="Pages of people"
          hrefOf={hrefOf}
        />
      )}
    </Section>
  );
}

type TonesProps = { workspaceSlug: string; accountId: string; person: AccountPerson };

/** How many of somebody's statements are positive and negative, each opening these. */
function Tones({ workspaceSlug, accountId, person }: TonesProps) {
  const tones = (['positive', 'negative'] as const).filter((tone) => person[tone] > 0);
  if (tones.length === 0) return null;
  return (
    <span className="block text-sm font-normal text-ink-mute">
      {tones.map((sentiment, at) => (
        <span key={sentiment}>
          {at > 0 && ', '}
          <TextLink href={feedbackHref(workspaceSlug, { account: accountId, contact: person.id, sentiment })}>
            {`${person[sentiment]} ${sentiment}`}
          </TextLink>
        </span>
      ))}
    </span>
  );
}
