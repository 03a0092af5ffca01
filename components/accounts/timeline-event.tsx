import {
  Activity,
  ArrowRightLeft,
  CalendarClock,
  DoorOpen,
  Gauge,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  MessagesSquare,
  Receipt,
  UserX,
  Wallet,
} from 'lucide-react';
import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { Badge, SentimentBadge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { usageHref, weekOf } from '@/lib/accounts/usage-href';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { TimelineEvent as Event } from '@/lib/annotations/find-timeline';
import { formatCount, formatDate, formatMoney } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { scales } from '@/lib/responses/schema';

const ICONS: Record<Event['kind'], LucideIcon> = {
  feedback: MessageSquareText,
  score: Gauge,
  answer: ListChecks,
  conversation: MessagesSquare,
  usage: Activity,
  purchase: Receipt,
  revenue: Wallet,
  started: DoorOpen,
  renewal: CalendarClock,
  churned: UserX,
  moved: ArrowRightLeft,
};

/** Whose timeline it is; lists that are opened from it are narrowed to it. */
export type TimelineOf = { accountId: string } | { contactId: string };

type Props = { workspaceSlug: string; of: TimelineOf; event: Event };

/** One thing that happened with an account or a person. */
export function TimelineEvent({ workspaceSlug, of, event }: Props) {
  const Icon = ICONS[event.kind];
  return (
    <li className="flex gap-3 px-4 py-3.5 sm:px-5">
      <span className="mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full bg-neutral-soft text-neutral">
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-mute">
          <time dateTime={event.at.toISOString()}>{formatDate(event.at)}</time>
          {'who' in event && event.who && <span dir="auto">{event.who}</span>}
        </p>
        <Story workspaceSlug={workspaceSlug} of={of} event={event} />
      </div>
    </li>
  );
}

function Story({ workspaceSlug, of, event }: Props): ReactNode {
  switch (event.kind) {
    case 'feedback':
      return <Statement workspaceSlug={workspaceSlug} event={event} />;
    case 'score':
      return (
        <p>
          {scales[event.metric].name}: <span className="font-semibold">{event.score}</span> of{' '}
          {scales[event.metric].high}
          {event.feedbackId && (
            <>
              {', '}
              <TextLink href={`/w/${workspaceSlug}/feedback/${event.feedbackId}`}>with a comment</TextLink>
            </>
          )}
        </p>
      );
    case 'answer':
      return <Answers workspaceSlug={workspaceSlug} event={event} />;
    case 'conversation':
      return (
        <p>
          {channelNames[event.channel]} begun{event.subject && <>: {event.subject}</>}
          {event.statements > 0 && (
            <>
              {', '}
              <TextLink href={feedbackHref(workspaceSlug, { conversation: event.id })}>
                {formatCount(event.statements, 'statement')}
                <span className="sr-only"> in {event.subject ?? 'this conversation'}</span>
              </TextLink>
            </>
          )}
          {event.others > 0 && (
            <>
              {', and '}
              <TextLink href={`/w/${workspaceSlug}/conversations/${event.id}`}>
                {formatCount(event.others, 'time')} somebody else spoke
                <span className="sr-only"> in {event.subject ?? 'this conversation'}</span>
              </TextLink>
            </>
          )}
        </p>
      );
    case 'usage':
      return (
        <p>
          Use in the week: {event.people > 0 && `${formatCount(event.people, 'person', 'people')}, `}
          <TextLink href={usageHref(workspaceSlug, { ...of, ...weekOf(event.at) })}>
            {formatCount(event.times, 'event')}
            <span className="sr-only"> in the week of {formatDate(event.at)}</span>
          </TextLink>{' '}
          {event.names.length > 0 && ` (${describeUse(event)})`}
        </p>
      );
    case 'purchase':
      return (
        <p>
          {event.what}:{' '}
          <span className="font-semibold">{formatMoney(event.amountCents, event.currency)}</span>
        </p>
      );
    case 'revenue':
      return <p>{describeRevenue(event)}</p>;
    case 'started':
      return <p>Became a customer</p>;
    case 'renewal':
      return <p>Renewal</p>;
    case 'moved':
      return <p>{describeMove(event)}</p>;
    case 'churned':
      return <p>Churned{event.reason && <>: {event.reason}</>}</p>;
  }
}

function Statement({
  workspaceSlug,
  event,
}: Omit<Props, 'of'> & { event: Extract<Event, { kind: 'feedback' }> }) {
  return (
    <>
      <NextLink
        href={`/w/${workspaceSlug}/feedback/${event.id}`}
        className="group block rounded-sm leading-relaxed"
      >
        {event.title && (
          <span dir="auto" className="block break-words font-semibold group-hover:underline">
            {event.title}
          </span>
        )}
        <span
          dir="auto"
          lang={event.language ?? undefined}
          className="line-clamp-3 max-w-prose break-words font-voice text-lg group-hover:underline"
        >
          {event.text}
        </span>
      </NextLink>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-mute">
        {event.sentimentLabel ? <SentimentBadge tone={event.sentimentLabel} /> : <Badge>No sentiment</Badge>}
        <span>{channelNames[event.channel]}</span>
        {event.themes.map((theme) => (
          <NextLink key={theme.id} href={`/w/${workspaceSlug}/themes/${theme.id}`} className="rounded-full">
            <Badge tone="accent">{theme.name}</Badge>
          </NextLink>
        ))}
      </p>
    </>
  );
}

const ANSWERS_SHOWN = 5;

/** What was chosen in one response, the first questions of it; the others stand in the responses of the survey. */
function Answers({
  workspaceSlug,
  event: { survey, answers },
}: Omit<Props, 'of'> & { event: Extract<Event, { kind: 'answer' }> }) {
  const others = answers.length - ANSWERS_SHOWN;
  return (
    <>
      <p>
        {formatCount(answers.length, 'question')} answered by choice or score
        {survey && (
          <>
            {' in '}
            <TextLink href={`/w/${workspaceSlug}/surveys/${survey.id}/responses`}>{survey.name}</TextLink>
          </>
        )}
      </p>
      <dl className="max-w-prose space-y-1 text-sm">
        {answers.slice(0, ANSWERS_SHOWN).map(({ question, chosen }, at) => (
          <div key={at}>
            <dt dir="auto" className="break-words text-ink-mute">
              {question}
            </dt>
            <dd dir="auto" className="break-words font-medium">
              {chosen}
            </dd>
          </div>
        ))}
      </dl>
      {others > 0 && <p className="text-sm text-ink-mute">and {formatCount(others, 'other question')}</p>}
    </>
  );
}

const NAMES_SHOWN = 3;

/** What was done in a week, the most often first. */
function describeUse({ names }: Extract<Event, { kind: 'usage' }>): string {
  const shown = names.slice(0, NAMES_SHOWN).map((each) => `${each.name} ${formatCount(each.times, 'time')}`);
  const others = names.length - shown.length;
  return `${shown.join(', ')}${others > 0 ? ` and ${formatCount(others, 'other kind')}` : ''}`;
}

function describeRevenue({
  arrCents,
  currency,
  before,
  reason,
}: Extract<Event, { kind: 'revenue' }>): string {
  const why = reason ? `: ${reason}` : '';
  const now = formatMoney(arrCents, currency);
  if (!before) return `ARR ${now}${why}`;
  const then = formatMoney(before.arrCents, before.currency);
  if (before.currency !== currency) return `ARR changed from ${then} to ${now}${why}`;
  if (arrCents === before.arrCents) return `ARR confirmed at ${now}${why}`;
  return `ARR ${arrCents > before.arrCents ? 'rose' : 'fell'} from ${then} to ${now}${why}`;
}

function describeMove({ field, before, after }: Extract<Event, { kind: 'moved' }>): string {
  const name = field === 'plan' ? 'Plan' : field === 'segment' ? 'Segment' : field;
  return `${name}: from ${before ?? 'unknown'} to ${after ?? 'unknown'}`;
}
