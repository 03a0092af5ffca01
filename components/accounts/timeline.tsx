import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import type { Timeline as Found } from '@/lib/annotations/find-timeline';
import { type TimelineKind, timelineKinds } from '@/lib/annotations/timeline-place';
import { formatNumber } from '@/lib/core/format';
import { TimelineEvent, type TimelineOf } from './timeline-event';

type Props = {
  workspaceSlug: string;
  /** The page it stands on, without its query. */
  here: string;
  of: TimelineOf;
  timeline: Found;
  only: TimelineKind | null;
  /** The kinds that there can be. */
  kinds?: readonly TimelineKind[];
};

const KIND_NAMES: Record<TimelineKind, string> = {
  feedback: 'Feedback',
  score: 'Scores',
  answer: 'Choices',
  conversation: 'Tickets and conversations',
  usage: 'Use',
  purchase: 'Purchases',
  revenue: 'ARR',
  milestone: 'Start, stages, renewal, churn',
};

/** Everything that happened with an account or a person, newest first. */
export function Timeline({ workspaceSlug, here, of, timeline, only, kinds = timelineKinds }: Props) {
  const { events, counts } = timeline;
  const address = (kind: TimelineKind | null, at?: string | null) => {
    const query = new URLSearchParams({ ...(kind && { kind }), ...(at && { at }) });
    return `${here}${query.size > 0 ? `?${query}` : ''}#timeline`;
  };
  const total = only ? counts[only] : timelineKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const every = timelineKinds.reduce((sum, kind) => sum + counts[kind], 0);
  return (
    <div id="timeline">
      <Section title="Timeline" description="Everything recorded of it, the newest first.">
        <Tabs
          label="Kinds of events"
          tabs={[
            { label: 'All', href: address(null), active: only === null, count: formatNumber(every) },
            ...kinds.map((kind) => ({
              label: KIND_NAMES[kind],
              href: address(kind),
              active: only === kind,
              count: formatNumber(counts[kind]),
            })),
          ]}
        />
        <Card flush>
          {events.length > 0 ? (
            <ol className="divide-y divide-line">
              {events.map((event) => (
                <TimelineEvent
                  key={`${event.kind} ${event.id}`}
                  workspaceSlug={workspaceSlug}
                  of={of}
                  event={event}
                />
              ))}
            </ol>
          ) : (
            <p className="p-4 text-ink-mute">Nothing of this kind was recorded.</p>
          )}
        </Card>
        <Pagination
          newerHref={timeline.newer && address(only, timeline.newer)}
          olderHref={timeline.older && address(only, timeline.older)}
          summary={events.length > 0 && `${formatNumber(events.length)} of ${formatNumber(total)} shown`}
        />
      </Section>
    </div>
  );
}
