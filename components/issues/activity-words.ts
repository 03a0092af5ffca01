import { formatDate } from '@/lib/core/format';
import { type IssueStatus, statusWords } from '@/lib/issues/schema';
import { type TrackerName, trackerNames } from '@/lib/settings/schema';
import { describeEffort } from './work-line';

type Values = Record<string, unknown>;

const ACTIONS: Record<string, string> = {
  'issue.created': 'Issue made',
  'issue.evidence_pinned': 'Statement pinned',
  'issue.evidence_unpinned': 'Statement unpinned',
  'issue.first_part_set': 'Who got it first was set',
  'issue.link_added': 'Link added',
  'issue.link_removed': 'Link removed',
  'issue.merge_undone': 'Merge undone',
  'issue.merged': 'Merged',
  'issue.share_revoked': 'Share link ended',
  'issue.shared': 'Shared by a link',
  'issue.split': 'Split',
  'issue.ticket_created': 'Ticket made',
  'issue.ticket_failed': 'Ticket not made',
  'issue.ticket_requested': 'Ticket asked for',
};

/**
 * One line of an issue's history in words: "Status from New to Planned, owner from nobody to Ann".
 * @param nameOf a member's name by id
 */
export function describeActivity(action: string, details: unknown, nameOf: (id: string) => string): string {
  const values = asValues(details);
  if (action === 'issue.updated') return describeUpdate(values, nameOf);
  const words = ACTIONS[action] ?? action.replace(/^issue\./, '').replace(/_/g, ' ');
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  const where = trackerNames[values.tracker as TrackerName];
  const what = [values.host, values.key].find((value) => typeof value === 'string');
  return `${text}${where ? ` in ${where}` : ''}${what ? `: ${what}` : ''}`;
}

function describeUpdate({ from, to, notesChanged }: Values, nameOf: (id: string) => string): string {
  const [was, becomes] = [asValues(from), asValues(to)];
  const parts = Object.keys(FIELDS)
    .filter((field) => field in becomes && was[field] !== becomes[field])
    .map((field) => {
      const { word, show } = FIELDS[field] ?? { word: field, show: String };
      return `${word} from ${show(was[field], nameOf)} to ${show(becomes[field], nameOf)}`;
    });
  if (notesChanged === true) parts.push('notes changed');
  const text = parts.join(', ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : 'Saved without a change';
}

type Show = (value: unknown, nameOf: (id: string) => string) => string;

const FIELDS: Record<string, { word: string; show: Show }> = {
  title: { word: 'title', show: (value) => `“${String(value)}”` },
  status: { word: 'status', show: (value) => statusWords[value as IssueStatus] ?? String(value) },
  ownerId: { word: 'owner', show: (value, nameOf) => (value ? nameOf(String(value)) : 'nobody') },
  effortDays: {
    word: 'effort',
    show: (value) => (typeof value === 'number' ? describeEffort(value) : 'unknown'),
  },
  shippedOn: {
    word: 'day it shipped',
    show: (value) => (typeof value === 'string' && value ? formatDate(new Date(value)) : 'none'),
  },
};

function asValues(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}
