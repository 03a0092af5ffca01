import { can } from '@/lib/auth/permissions';
import type { Membership } from '@/lib/auth/session';
import { findTickets, type TicketRow } from '@/lib/exports/trackers/find-tickets';
import { findOpenTrackers } from '@/lib/exports/trackers/open-tracker';
import { findMovingTrackers } from '@/lib/exports/trackers/sync-tickets';
import { type Activity, findActivity, findAllMemberNames } from '@/lib/issues/find-activity';
import { findEvidence, type PinnedStatement } from '@/lib/issues/find-evidence';
import { findIssueFamily, type IssueFamily } from '@/lib/issues/find-family';
import { findIssueChoices } from '@/lib/issues/find-unranked-issues';
import type { IssueRecord } from '@/lib/issues/get-issue';
import { findIssueLinks, type IssueLink } from '@/lib/issues/issue-links';
import type { TrackerName } from '@/lib/settings/schema';
import { findMembers, type MemberRow } from '@/lib/workspaces/queries';

export const HISTORY_PAGE = 20;

/** What people do about an issue, beside its figures. */
export interface IssueWork {
  mayEdit: boolean;
  members: MemberRow[];
  family: IssueFamily;
  evidence: PinnedStatement[];
  links: IssueLink[];
  tickets: TicketRow[];
  openTrackers: TrackerName[];
  movingTrackers: TrackerName[];
  activity: { rows: Activity[]; total: number };
  names: Map<string, string>;
  /** What it may be merged into; nothing for one that follows its theme, or is merged, or may not be changed. */
  mergeChoices: { id: string; title: string }[];
}

export async function loadIssueWork(
  { scope, role }: Pick<Membership, 'scope' | 'role'>,
  issue: IssueRecord,
  historyPage: number,
): Promise<IssueWork> {
  const mayEdit = can(role, 'issues.edit');
  const [members, family, evidence, links, activity, names, tickets, openTrackers, movingTrackers] =
    await Promise.all([
      findMembers(scope),
      findIssueFamily(scope, issue),
      findEvidence(scope, issue.id),
      findIssueLinks(scope, issue.id),
      findActivity(scope, issue.id, { page: historyPage, pageSize: HISTORY_PAGE }),
      findAllMemberNames(scope),
      findTickets(scope, [issue.id]),
      findOpenTrackers(scope),
      findMovingTrackers(scope),
    ]);
  const canMerge = mayEdit && issue.themeId === null && family.mergedInto === null;
  const choices = canMerge ? await findIssueChoices(scope) : [];
  const mergeChoices = choices.filter(({ id }) => id !== issue.id);
  return {
    mayEdit,
    members,
    family,
    evidence,
    links,
    activity,
    names,
    tickets,
    openTrackers,
    movingTrackers,
    mergeChoices,
  };
}
