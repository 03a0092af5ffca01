import { MessagesSquare } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { ConversationList } from '@/components/feedback/conversation-list';
import { SpeakerTable } from '@/components/feedback/speaker-table';
import { Card } from '@/components/ui/card';
import { DetailSkeleton } from '@/components/ui/detail-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { PagedCard } from '@/components/ui/paged-card';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { findConversationPage, getConversation } from '@/lib/annotations/find-conversation';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDateTime } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { definePage } from '@/lib/http/define-page';
import { relabel } from './actions';

export const metadata: Metadata = { title: 'Conversation' };

const PAGE_SIZE = 100;

/** A call or chat as a whole: who speaks on which side, and all that was said. */
export default definePage({
  permission: 'workspace.read',
  params: z.object({ conversation: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }),
  find: ({ scope }, { params }) => getConversation(scope, params.conversation),
  loading: <DetailSkeleton />,
  async render({ scope, role, workspace: { slug } }, { query: { page } }, conversation) {
    const home = `/w/${slug}`;
    const { id, speakers, channel, account } = conversation;
    const said = await findConversationPage(scope, id, { page, pageSize: PAGE_SIZE });
    const total = speakers.reduce((sum, each) => sum + each.said, 0);
    const byCustomers = speakers.reduce((sum, { side, said }) => sum + (side === 'customer' ? said : 0), 0);
    const mayCorrect = can(role, 'feedback.correct');
    return (
      <>
        <PageHeader
          title={
            <span dir="auto">{conversation.subject ?? `${channelNames[channel]} without a subject`}</span>
          }
          breadcrumb={[{ label: 'Feedback', href: feedbackHref(slug, { conversation: id }) }]}
          description={
            <>
              {channelNames[channel]} of {formatDateTime(conversation.startedAt)}, from{' '}
              {conversation.sourceName}
              {account && (
                <>
                  , with <TextLink href={`${home}/accounts/${account.id}`}>{account.name}</TextLink>
                </>
              )}
              .
            </>
          }
        />
        <Section
          title="Who speaks"
          description="Words of customers are feedback, with sentiment and themes; those of staff are shown here only. Say so where somebody stands on the wrong side: nothing is lost by it, and nothing has to be imported again."
        >
          <ReadOnlyNote role={role} permission="feedback.correct" />
          <Card flush>
            <SpeakerTable
              speakers={speakers}
              conversationId={id}
              action={mayCorrect ? relabel.bind(null, slug) : undefined}
            />
          </Card>
        </Section>
        <Section
          title="What was said"
          description={
            <>
              <TextLink href={feedbackHref(slug, { conversation: id })}>
                {formatCount(byCustomers, 'statement')}
              </TextLink>{' '}
              of customers among {formatCount(total, 'thing')} said, in order.
            </>
          }
        >
          <PagedCard
            page={page}
            pageSize={PAGE_SIZE}
            shown={said.length}
            total={total}
            noun="thing said"
            plural="things said"
            hrefOf={(to) => `${home}/conversations/${id}?page=${to}`}
            empty={
              <EmptyState icon={MessagesSquare} title="Nothing here">
                Nothing that was said is kept, or the conversation ends before this page.
              </EmptyState>
            }
          >
            <ConversationList workspaceSlug={slug} said={said} />
          </PagedCard>
        </Section>
      </>
    );
  },
});
