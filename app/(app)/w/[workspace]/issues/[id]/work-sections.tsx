import { ActivityLog } from '@/components/issues/activity-log';
import { EvidenceList } from '@/components/issues/evidence-list';
import { IssueForm } from '@/components/issues/issue-form';
import { IssueLinks } from '@/components/issues/issue-links';
import { MergeAndSplit } from '@/components/issues/merge-and-split';
import { TicketList } from '@/components/trackers/ticket-list';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import type { IssueRecord } from '@/lib/issues/get-issue';
import { addLink, createTicket, merge, removeLink, saveIssue, split, unpin } from '../actions';
import { HISTORY_PAGE, type IssueWork } from './load-work';

type Props = {
  slug: string;
  role: string;
  issue: IssueRecord;
  work: IssueWork;
  historyPage: number;
  now: Date;
};

/** What people do about an issue: who owns it and where it stands, its evidence, its links, its history. */
export function WorkSections({ slug, role, issue, work, historyPage, now }: Props) {
  const issueHref = `/w/${slug}/issues/${issue.id}`;
  const own = work.evidence.filter(({ viaTitle }) => viaTitle === null);
  return (
    <>
      <Section
        id="work"
        title="What we do about it"
        actions={
          work.mayEdit && (
            <MergeAndSplit
              issueId={issue.id}
              choices={work.mergeChoices}
              themesHref={issue.themeId && `/w/${slug}/themes`}
              statements={own.map(({ evidenceId, text }) => ({ evidenceId, excerpt: text.slice(0, 120) }))}
              merge={merge.bind(null, slug)}
              split={split.bind(null, slug)}
            />
          )
        }
      >
        <ReadOnlyNote role={role} permission="issues.edit" />
        <Card>
          <IssueForm
            action={saveIssue.bind(null, slug)}
            issueId={issue.id}
            status={issue.status}
            ownerId={issue.ownerId}
            notes={issue.notes}
            effortDays={issue.effortDays}
            title={issue.themeId === null ? issue.title : null}
            shippedOn={issue.shippedAt?.toISOString().slice(0, 10) ?? ''}
            members={work.members}
            disabled={!work.mayEdit}
          />
        </Card>
      </Section>
      <Section
        id="evidence"
        title="Pinned evidence"
        description="What we show to whoever asks what this is about."
      >
        <EvidenceList
          statements={work.evidence}
          feedbackHref={`/w/${slug}/feedback`}
          unpin={work.mayEdit ? unpin.bind(null, slug) : null}
        />
      </Section>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section id="tickets" title="Tickets">
          <Card>
            <TicketList
              issueId={issue.id}
              tickets={work.tickets}
              open={work.openTrackers}
              moving={work.movingTrackers}
              settingsHref={`/w/${slug}/settings/trackers`}
              create={work.mayEdit ? createTicket.bind(null, slug) : null}
            />
          </Card>
        </Section>
        <Section id="links" title="Links">
          <Card>
            <IssueLinks
              issueId={issue.id}
              links={work.links}
              editing={
                work.mayEdit
                  ? { addLink: addLink.bind(null, slug), removeLink: removeLink.bind(null, slug) }
                  : null
              }
            />
          </Card>
        </Section>
        <Section id="history" title="History">
          <Card>
            <ActivityLog
              {...work.activity}
              page={historyPage}
              pageSize={HISTORY_PAGE}
              names={work.names}
              now={now}
              hrefOf={(page) => `${issueHref}?history=${page}#history`}
            />
          </Card>
        </Section>
      </div>
    </>
  );
}
