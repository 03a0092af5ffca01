import { formatCount } from '@/lib/core/format';
import type { DecisionBatch } from '@/lib/themes/find-decisions';

/** What was decided, in one sentence. */
export function describeDecision({
  decision,
  themes,
  count,
  parts,
  target,
}: Pick<DecisionBatch, 'decision' | 'themes' | 'count' | 'parts' | 'target'>): string {
  if (parts) return describeParts(parts);
  const about = themes.length === 1 ? `“${themes[0]}”` : formatCount(Math.max(count, themes.length), 'theme');
  const where = target ? `“${target}”` : 'another theme';
  switch (decision.action) {
    case 'rename':
      return `Renamed “${decision.payload.from}” to “${decision.payload.to}”`;
    case 'merge':
      return `Merged ${about} into ${where}`;
    case 'move':
      return decision.payload.to ? `Moved ${about} under ${where}` : `Moved ${about} to the top`;
    case 'lock':
      return `Locked ${about}`;
    case 'exclude':
      return `Set ${about} aside`;
    case 'unmark':
      return decision.payload.mark === 'lock' ? `Unlocked ${about}` : `Put ${about} back`;
    case 'not_here':
      return `Said that a comment does not speak of ${about}`;
    case 'steer':
      return `Changed what ${about} means: its definition, words or examples`;
    case 'create':
      if (decision.payload.splitFromId) return `Split ${about} off ${where}`;
      return decision.payload.proposalId ? `Made ${about} of a proposal` : `Made ${about}`;
    case 'relearn':
      return `Let ${about} take in what a later look found`;
    case 'note':
      return `Accepted a proposal about ${about}`;
  }
}

function describeParts({ made, moved, steered }: NonNullable<DecisionBatch['parts']>): string {
  const said = [
    made > 0 && `${formatCount(made, 'theme')} made`,
    moved > 0 && `${formatCount(moved, 'theme')} moved`,
    steered > 0 && `${formatCount(steered, 'theme')} explained anew`,
  ];
  return `Imported a taxonomy: ${said.filter(Boolean).join(', ')}`;
}
