import { ExternalLink } from '@/components/ui/text-link';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import type { IssueLink } from '@/lib/issues/issue-links';
import { LinkForm } from './link-form';

type Props = {
  issueId: string;
  links: IssueLink[];
  /** Null for those who only read. */
  editing: { addLink: FormAction; removeLink: FormAction } | null;
};

/** Addresses that belong to an issue: designs, discussions, pull requests. */
export function IssueLinks({ issueId, links, editing }: Props) {
  return (
    <div className="space-y-4">
      {links.length === 0 ? (
        <p className="text-ink-mute">No link yet.</p>
      ) : (
        <ul className="divide-y divide-line">
          {links.map((link) => (
            <li key={link.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span className="min-w-0 break-words">
                <ExternalLink href={link.url}>{link.label}</ExternalLink>
                <span className="block break-all text-sm text-ink-mute">{link.url}</span>
              </span>
              {editing && (
                <ActionButton action={editing.removeLink} fields={{ linkId: link.id }} size="small">
                  Remove<span className="sr-only"> {link.label}</span>
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && <LinkForm action={editing.addLink} issueId={issueId} />}
    </div>
  );
}
