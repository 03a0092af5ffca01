/** Words for what is done most; anything else is read from its own name. */
const WORDS: Record<string, string> = {
  'workspace.created': 'Workspace created',
  'workspace.updated': 'Workspace changed',
  'member.invited': 'Member invited',
  'member.joined': 'Invitation accepted',
  'member.role_changed': 'Role changed',
  'member.removed': 'Member removed',
  'user.password_changed': 'Password changed',
};

/** An action of the audit trail in words: `theme.merged_into` becomes "Theme merged into". */
export function describeAction(action: string): string {
  const words = WORDS[action] ?? action.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The details of an entry on one line: "from viewer, to admin". */
export function describeDetails(details: unknown): string {
  if (typeof details !== 'object' || details === null) return details === null ? '–' : String(details);
  if (Array.isArray(details)) return details.map(describeDetails).join(', ');
  return Object.entries(details)
    .map(([name, value]) => {
      const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
      return `${words} ${isGroup ? `(${describeDetails(value)})` : describeDetails(value)}`;
    })
    .join(', ');
}
