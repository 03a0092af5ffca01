import { formatCount, formatDate } from '@/lib/core/format';
import type { Activity } from '@/lib/issues/find-activity';
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
  'issue.share_revoked': 'Share link ended',
  'issue.shared': 'Shared by a link',
  'issue.ticket_created': 'Ticket made',
  'issue.ticket_failed': 'Ticket not made',
  'issue.ticket_requested': 'Ticket asked for',
};

/** Merges, splits and moves, of the issue or of its theme: words for it, and for the other one where it happened to that. */
const BETWEEN: Record<string, { own: (other: string) => string; others: (other: string) => string }> = {
  'issue.merged': { own: (it) => `Merged into ${it}`, others: (it) => `Merged into this one: ${it}` },
  'issue.merge_undone': {
    own: (it) => `Merge into ${it} undone`,
    others: (it) => `Merge undone: ${it} stands for itself again`,
  },
  'issue.split': { own: (it) => `Split off from ${it}`, others: (it) => `Split off from this one: ${it}` },
  'theme.merged': {
    own: (it) => `Its theme was merged into ${it}`,
    others: (it) => `Merged into its theme: ${it}`,
  },
  'theme.merge_undone': {
    own: (it) => `Merge of its theme into ${it} undone`,
    others: (it) => `Merge into its theme undone: ${it}`,
  },
  'theme.split': {
    own: (it) => `Its theme was split off from ${it}`,
    others: (it) => `Split off from its theme: ${it}`,
  },
  'theme.moved': { own: (it) => `Its theme was moved under ${it}`, others: (it) => `Moved: ${it}` },
};

/**
 * One line of an issue's history in words: "Status from New to Planned, owner from nobody to Ann".
 * @param nameOf a member's name by id
 */
export function describeActivity(
  { action, details, other }: Pick<Activity, 'action' | 'details' | 'other'>,
  nameOf: (id: string) => string,
): string {
  const values = asValues(details);
  if (action === 'issue.updated') return describeUpdate(values, nameOf);
  if (action === 'theme.renamed') return `Its theme was renamed: “${values.from}” is now “${values.to}”`;
  if (action === 'theme.moved' && !other) return 'Its theme was moved to the top';
  const between = BETWEEN[action];
  if (between) {
    const words = between[other?.isSubject ? 'others' : 'own'](other ? `“${other.name}”` : 'another one');
    const { statements } = values;
    return typeof statements === 'number' && statements > 0
      ? `${words}, with ${formatCount(statements, 'pinned statement')}`
      : words;
  }
  const words = ACTIONS[action] ?? action.replace(/^\w+\./, '').replace(/_/g, ' ');
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
