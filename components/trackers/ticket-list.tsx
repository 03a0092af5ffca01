import { Badge } from '@/components/ui/badge';
import { ExternalLink, TextLink } from '@/components/ui/text-link';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import type { TicketRow } from '@/lib/exports/trackers/find-tickets';
import { type TrackerName, trackerNames } from '@/lib/settings/schema';
import { describeTogether } from './ticket-words';

type Props = {
  issueId: string;
  tickets: TicketRow[];
  /** Trackers that are set up. */
  open: TrackerName[];
  /** Those of them whose tickets change the issue's status. */
  moving: TrackerName[];
  settingsHref: string;
  /** Null for those who only read. */
  create: FormAction | null;
};

/** An issue's tickets in other systems: how they stand, and a button where there is none. */
export function TicketList({ issueId, tickets, open, moving, settingsHref, create }: Props) {
  const missing = open.filter((name) => !tickets.some(({ tracker }) => tracker === name));
  const together = describeTogether(tickets.filter(({ tracker }) => moving.includes(tracker)));
  return (
    <div className="space-y-4">
      {tickets.length > 0 && (
        <ul className="divide-y divide-line">
          {tickets.map((ticket) => (
            <li key={ticket.tracker} className="space-y-1.5 py-2">
              <Ticket ticket={ticket} />
              {ticket.state === 'failed' && create && (
                <ActionButton action={create} fields={{ issueId, tracker: ticket.tracker }} size="small">
                  Try again
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {together && <p className="text-ink-soft">{together}</p>}
      {create && missing.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {missing.map((tracker) => (
            <ActionButton key={tracker} action={create} fields={{ issueId, tracker }}>
              Create in {trackerNames[tracker]}
            </ActionButton>
          ))}
        </div>
      )}
      {tickets.length === 0 && missing.length === 0 && (
        <p className="text-ink-mute">
          No tracker is set up. <TextLink href={settingsHref}>Set up Jira, Linear or GitHub</TextLink>
        </p>
      )}
      {tickets.length === 0 && missing.length > 0 && !create && (
        <p className="text-ink-mute">No ticket yet.</p>
      )}
    </div>
  );
}

function Ticket({ ticket: { tracker, state, key, url, externalStatus, failure } }: { ticket: TicketRow }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        {trackerNames[tracker]}
        {url && <ExternalLink href={url}>{key}</ExternalLink>}
        {state === 'requested' && <Badge>On its way</Badge>}
        {state === 'failed' && <Badge tone="negative">Not made</Badge>}
        {externalStatus && <Badge tone="accent">{externalStatus}</Badge>}
      </p>
      {failure && (
        <p className="text-sm text-ink-mute">
          {failure}
          {state === 'requested' && ' It is tried again by itself.'}
        </p>
      )}
    </>
  );
}
