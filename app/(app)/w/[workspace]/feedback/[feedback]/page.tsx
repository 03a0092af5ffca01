import { ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { ConversationList } from '@/components/feedback/conversation-list';
import { FeedbackFacts } from '@/components/feedback/feedback-facts';
import { IntentList } from '@/components/feedback/intent-list';
import { LabelButtons } from '@/components/feedback/label-buttons';
import { OriginalText } from '@/components/feedback/original-text';
import { ProvenanceTable } from '@/components/feedback/provenance-table';
import { type Correcting, SpanTable } from '@/components/feedback/span-table';
import { textMarks } from '@/components/feedback/text-marks';
import { PinForm } from '@/components/issues/pin-form';
import { SentimentBadge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { HighlightedText } from '@/components/ui/highlighted-text';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { kindNames } from '@/lib/annotations/correction-schema';
import { feedbackHref, parseFeedbackFilter } from '@/lib/annotations/feedback-filter';
import { findNeighbours } from '@/lib/annotations/find-feedback';
import { type FeedbackDetail, findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { findFilterChoices } from '@/lib/annotations/find-filter-choices';
import { can } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import { hasOriginal } from '@/lib/feedback/originals';
import { channelNames } from '@/lib/feedback/schema';
import { definePage } from '@/lib/http/define-page';
import { findPinnedTo } from '@/lib/issues/find-pinned-to';
import { findIssueChoices } from '@/lib/issues/find-unranked-issues';
import { addressSchema } from '@/lib/responses/address';
import { pin } from '../../issues/actions';
import { addTheme, correct, correctMention, removeTheme, showOriginal } from '../actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'One statement' };

// Shown at first: a text of 100,000 characters has more spans than anybody corrects.
const SPANS_SHOWN = 60;
const FINDINGS_SHOWN = 240;

export default definePage({
  permission: 'workspace.read',
  params: z.object({ feedback: z.uuid() }),
  query: addressSchema,
  find: async ({ scope }, { params }) => {
    const feedback = await findFeedbackDetail(scope, params.feedback);
    if (!feedback) throw notFound('statement');
    return feedback;
  },
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }, feedback) {
    const { filter, unreadable } = parseFeedbackFilter(query);
    const mayCorrect = can(role, 'feedback.correct');
    const [neighbours, choices, mayShowOriginal, pinnedTo, issueChoices] = await Promise.all([
      unreadable.length > 0 ? { newer: null, older: null } : findNeighbours(scope, filter, feedback),
      mayCorrect ? findFilterChoices(scope) : null,
      can(role, 'feedback.read_original') && hasOriginal(scope, feedback.id),
      findPinnedTo(scope, feedback.id),
      can(role, 'issues.edit') ? findIssueChoices(scope) : null,
    ]);
    const correcting: Correcting | undefined = choices
      ? {
          correct: correct.bind(null, slug),
          correctMention: correctMention.bind(null, slug),
          put: addTheme.bind(null, slug),
          take: removeTheme.bind(null, slug),
          choices: choices.themes,
        }
      : undefined;
    const list = feedbackHref(slug, filter);
    const within = new URL(list, 'http://localhost').search;
    const showsAll = query.all === '1';
    const limit = showsAll ? feedback.spans.length : SPANS_SHOWN;
    const hidden = feedback.spans.length - limit;
    const findings = showsAll ? feedback.traces : feedback.traces.slice(0, FINDINGS_SHOWN);
    return (
      <>
        <PageHeader
          breadcrumb={[{ label: 'Feedback', href: list }]}
          title={
            <span dir="auto">{feedback.title ?? feedback.conversation?.subject ?? titleOf(feedback)}</span>
          }
          description={`${channelNames[feedback.channel]}, ${formatDate(feedback.occurredAt)}`}
          actions={
            <>
              {neighbours.newer && (
                <ButtonLink href={`/w/${slug}/feedback/${neighbours.newer}${within}`}>Newer</ButtonLink>
              )}
              {neighbours.older && (
                <ButtonLink href={`/w/${slug}/feedback/${neighbours.older}${within}`}>Older</ButtonLink>
              )}
            </>
          }
        />
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <Card className="space-y-5">
            {!feedback.annotatedAt && (
              <FormMessage tone="neutral">The engine has not read this text yet.</FormMessage>
            )}
            <HighlightedText
              text={feedback.text}
              spans={textMarks(feedback)}
              {...(feedback.language ? { lang: feedback.language } : {})}
            />
            <WholeText feedback={feedback} correcting={correcting} />
            <IntentList workspaceSlug={slug} feedback={feedback} />
            {mayShowOriginal && (
              <OriginalText action={showOriginal.bind(null, slug)} feedbackId={feedback.id} />
            )}
          </Card>
          <div className="space-y-6">
            <Card>
              <FeedbackFacts workspaceSlug={slug} feedback={feedback} />
            </Card>
            <Section title="Issues">
              <Card>
                <PinForm
                  feedbackId={feedback.id}
                  issuesHref={`/w/${slug}/issues`}
                  pinnedTo={pinnedTo}
                  editing={issueChoices && { pin: pin.bind(null, slug), choices: issueChoices }}
                />
              </Card>
            </Section>
          </div>
        </div>
        {feedback.spans.length > 0 && (
          <Section
            title="Sentence by sentence"
            description={
              correcting
                ? 'Click a label to correct it. Your correction overrides the engine, now and in later runs, and the ranking is updated.'
                : 'What was found in each sentence.'
            }
          >
            <Card flush className="!overflow-visible">
              <SpanTable workspaceSlug={slug} feedback={feedback} limit={limit} correcting={correcting} />
            </Card>
            {hidden > 0 && (
              <ButtonLink href={`/w/${slug}/feedback/${feedback.id}?all=1`}>
                Show {formatCount(hidden, 'more sentence')}
              </ButtonLink>
            )}
          </Section>
        )}
        {feedback.conversation && feedback.conversation.count + feedback.conversation.others > 1 && (
          <Section
            title="The conversation"
            description={<ConversationWords slug={slug} conversation={feedback.conversation} />}
            actions={
              <ButtonLink href={`/w/${slug}/conversations/${feedback.conversation.id}`}>
                Whole conversation
              </ButtonLink>
            }
          >
            <Card flush>
              <ConversationList
                workspaceSlug={slug}
                said={feedback.conversation.said}
                currentId={feedback.id}
              />
            </Card>
          </Section>
        )}
        <Section title="Where this comes from" description="Everything found in the text, by whom and when.">
          <Card flush>
            <details className="group">
              <summary className="flex min-h-11 cursor-pointer items-center gap-1.5 px-4 font-medium hover:bg-hover/50 sm:px-5">
                <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
                {formatCount(feedback.traces.length, 'finding')}
                {findings.length < feedback.traces.length &&
                  `, the first ${formatNumber(findings.length)} here`}
              </summary>
              <ProvenanceTable traces={findings} text={feedback.text} />
            </details>
          </Card>
        </Section>
      </>
    );
  },
});

function titleOf({ account, contact }: FeedbackDetail): string {
  const who = account?.name ?? contact?.name;
  return who ? `Statement of ${who}` : 'Statement';
}

function ConversationWords({
  slug,
  conversation: { id, count, others, said },
}: {
  slug: string;
  conversation: NonNullable<FeedbackDetail['conversation']>;
}) {
  return (
    <>
      <TextLink href={feedbackHref(slug, { conversation: id })}>{formatCount(count, 'statement')}</TextLink>{' '}
      of the customer
      {others > 0 && `, and what others said ${formatCount(others, 'time')}, which is not judged`}
      {said.length < count + others && `; the first ${formatNumber(said.length)} here`}.
    </>
  );
}

function WholeText({
  feedback,
  correcting,
}: {
  feedback: FeedbackDetail;
  correcting: Correcting | undefined;
}) {
  const labels = { sentiment: feedback.sentimentLabel, kind: feedback.kind };
  return (
    <div className="space-y-2 border-t border-line pt-4">
      <p className="font-medium">Overall</p>
      {correcting ? (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {(['sentiment', 'kind'] as const).map((aspect) => (
            <LabelButtons
              key={aspect}
              action={correcting.correct}
              feedbackId={feedback.id}
              aspect={aspect}
              label={labels[aspect]}
              subject="the whole text"
            />
          ))}
        </div>
      ) : (
        <p className="flex flex-wrap items-center gap-3 text-ink-mute">
          {labels.sentiment && <SentimentBadge tone={labels.sentiment} />}
          {labels.kind && kindNames[labels.kind as keyof typeof kindNames]}
        </p>
      )}
    </div>
  );
}
