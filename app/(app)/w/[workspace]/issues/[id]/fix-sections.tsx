import { moneyPartsHref } from '@/components/issues/achieved-href';
import { complainantsHref } from '@/components/issues/complainants-href';
import { FirstPartForm } from '@/components/issues/first-part-form';
import { FixEffectSection } from '@/components/issues/fix-effect-section';
import { HoldOutSection } from '@/components/issues/hold-out-section';
import { ToTell } from '@/components/issues/to-tell';
import { findAccountChoices } from '@/lib/accounts/find-account-choices';
import { findAccountNames } from '@/lib/accounts/find-account-names';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { can } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';
import { countedOnce } from '@/lib/impact/find-score-change';
import { findComplainantPage } from '@/lib/issues/find-complainants';
import { findFixEffect } from '@/lib/issues/find-fix-effect';
import { findHoldOut } from '@/lib/issues/find-hold-out';
import { findPointsGain } from '@/lib/issues/find-points-gain';
import type { IssueRecord } from '@/lib/issues/get-issue';
import { responsesHref } from '@/lib/responses/response-filter';
import { saveFirstPart } from '../actions';

type Props = { scope: Scope; role: string; slug: string; issue: IssueRecord };

/** As NPS is shown everywhere. */
const latestNps = { metric: 'nps', ...countedOnce('nps') } as const;

/** What a shipped issue's fix did, and whom to tell; nothing for other issues. */
export async function FixSections({ scope, role, slug, issue }: Props) {
  const { themeId, shippedAt } = issue;
  if (!themeId) return null;
  const waiting = <FirstPart scope={scope} role={role} slug={slug} issueId={issue.id} />;
  if (issue.status !== 'shipped' || !shippedAt) return waiting;
  const mayExport = can(role, 'exports.create');
  const [result, points, people] = await Promise.all([
    findFixEffect(scope, { themeId, shippedAt }),
    findPointsGain(scope, { themeId, shippedAt }),
    mayExport
      ? findComplainantPage(
          scope,
          { themeId, before: shippedAt },
          { onlyWithEmail: false, page: 1, pageSize: 1 },
        )
      : null,
  ]);
  return (
    <>
      {result && (
        <FixEffectSection
          result={result}
          points={points}
          shippedAt={shippedAt}
          issueHref={`/w/${slug}/issues/${issue.id}`}
          moneyHref={moneyPartsHref(`/w/${slug}/issues`, { fix: issue.id })}
          statementsHref={(from, to) => feedbackHref(slug, { branch: themeId, problem: '1', from, to })}
          answersHref={({ from, to }) => responsesHref(slug, { ...latestNps, from, to })}
        />
      )}
      {waiting}
      {people && (
        <ToTell
          title={issue.title}
          shippedAt={shippedAt}
          people={people.people}
          withEmail={people.withEmail}
          rowsHref={complainantsHref(`/w/${slug}/issues/${issue.id}`)}
          withEmailHref={complainantsHref(`/w/${slug}/issues/${issue.id}`, { withEmail: true })}
          exportHref={`/w/${slug}/issues/${issue.id}/to-tell`}
        />
      )}
    </>
  );
}

/** Who got the fix first, shipped to all or not yet; nothing before work on it was decided on. */
async function FirstPart({ scope, role, slug, issueId }: Omit<Props, 'issue'> & { issueId: string }) {
  const mayEdit = can(role, 'issues.edit');
  const holdOut = await findHoldOut(scope, issueId);
  if (!holdOut && !mayEdit) return null;
  const choices = await findAccountChoices(scope);
  const part = holdOut?.part;
  const named =
    part?.kind === 'accounts' && mayEdit ? (await findAccountNames(scope, part.ids)).join('\n') : '';
  return (
    <HoldOutSection
      workspaceSlug={slug}
      holdOut={holdOut}
      issueHref={`/w/${slug}/issues/${issueId}`}
      form={
        mayEdit && (
          <FirstPartForm
            action={saveFirstPart.bind(null, slug)}
            issueId={issueId}
            plans={choices.plans}
            segments={choices.segments}
            firstOn={holdOut ? holdOut.firstAt.toISOString().slice(0, 10) : ''}
            kind={part?.kind ?? 'plan'}
            value={part && part.kind !== 'accounts' ? part.value : named}
          />
        )
      }
    />
  );
}
