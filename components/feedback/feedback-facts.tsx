import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { ExternalLink, TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { FeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { formatClock, formatDateTime, formatPercent, formatPoints } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { scales } from '@/lib/responses/schema';
import { languageName } from './language-name';

/** Where a statement came from, and what came with it. */
export function FeedbackFacts({
  workspaceSlug,
  feedback,
}: {
  workspaceSlug: string;
  feedback: FeedbackDetail;
}) {
  const { account, contact, response, url } = feedback;
  const list = (filter: Parameters<typeof feedbackHref>[1], words: string) => (
    <TextLink href={feedbackHref(workspaceSlug, filter)}>{words}</TextLink>
  );
  const items: (Definition | false)[] = [
    { term: 'Date', description: formatDateTime(feedback.occurredAt) },
    { term: 'Channel', description: channelNames[feedback.channel] },
    { term: 'Source', description: feedback.sourceName },
    feedback.import !== null && {
      term: 'Import',
      description: list({ import: feedback.import.id }, feedback.import.fileName),
    },
    {
      term: 'Account',
      description: account ? (
        <>
          <TextLink href={`/w/${workspaceSlug}/accounts/${account.id}`}>{account.name}</TextLink>
          <span className="text-ink-mute">
            {[account.plan, account.segment].flatMap((part) => (part ? [` · ${part}`] : []))}
          </span>
        </>
      ) : (
        'None known'
      ),
    },
    {
      term: 'Person',
      description: contact
        ? list({ contact: contact.id }, contact.name ?? contact.email ?? contact.phone ?? 'No name known')
        : 'None known',
    },
    response !== null && {
      term: response.surveyName ?? 'Answer',
      description:
        [
          ...response.scores.map(
            ({ metric, score }) => `${scales[metric].name} ${score} of ${scales[metric].high}`,
          ),
          ...response.ownScores.map(
            ({ question, score, low, high }) =>
              `${question}: ${score}${low === null || high === null ? '' : ` (of ${low} to ${high})`}`,
          ),
        ].join(', ') || 'No score',
    },
    {
      term: 'Language',
      description: feedback.language
        ? languageName(feedback.language)
        : feedback.annotatedAt
          ? 'Not recognised'
          : 'Not read yet',
    },
    feedback.sentimentScore !== null && {
      term: 'Sentiment score',
      description: `${formatPoints(feedback.sentimentScore, 2)} from −1 to 1${
        feedback.sentimentConfidence === null
          ? ''
          : `, confidence ${formatPercent(feedback.sentimentConfidence)}`
      }`,
    },
    isWebAddress(url) && {
      term: 'Link',
      description: <ExternalLink href={url}>Open the original</ExternalLink>,
    },
    ...Object.entries(feedback.custom).map(([field, value]) => tellField(field, value)),
  ];
  return <DefinitionList items={items.filter((item) => item !== false)} />;
}

/** A field beside the text, as it is called in its source; those of a transcript are ours. */
function tellField(field: string, value: string): { term: string; description: string } {
  if (field === 'speaker') return { term: 'Speaker', description: value };
  if (field === 'secondsIntoCall' && /^\d{1,6}$/.test(value))
    return { term: 'Time in the call', description: formatClock(Number(value)) };
  return { term: field, description: value };
}

/** An address from a file may be anything; only the web's own kind becomes a link. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
