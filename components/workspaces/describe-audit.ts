import { type Role, roleNames } from '@/lib/auth/permissions';

/** Words for what is done most; anything else is read from its own name. */
const WORDS: Record<string, string> = {
  'workspace.created': 'Workspace created',
  'workspace.updated': 'Workspace changed',
  'member.invited': 'Member invited',
  'member.joined': 'Invitation accepted',
  'member.role_changed': 'Role changed',
  'member.removed': 'Member removed',
  'member.password_changed': 'Password changed',
};

/** An action of the audit trail in words: `theme.merged_into` becomes "Theme merged into". */
export function describeAction(action: string): string {
  const words = WORDS[action] ?? action.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The details of an entry on one line: "from Viewer, to Administrator". */
export function describeDetails(details: unknown): string {
  if (typeof details === 'boolean') return details ? 'yes' : 'no';
  if (typeof details === 'string' && Object.hasOwn(roleNames, details)) return roleNames[details as Role];
  if (typeof details !== 'object') return String(details);
  if (details === null) return '–';
  if (Array.isArray(details)) return details.map(describeDetails).join(', ');
  // The database keeps names by their length, and would say "to" before "from".
  const entries = Object.entries(details).sort(([a], [b]) => Number(b === 'from') - Number(a === 'from'));
  return entries.map(([name, value]) => `${nameWords(name)} ${describeValue(value)}`).join(', ');
}

function describeValue(value: unknown): string {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isGroup ? `(${describeDetails(value)})` : describeDetails(value);
}

function nameWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
