import { complainantsHref } from '@/components/issues/complainants-href';
import { FixEffectSection } from '@/components/issues/fix-effect-section';
import { ToTell } from '@/components/issues/to-tell';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { can } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';
import { findComplainantPage } from '@/lib/issues/find-complainants';
import { findFixEffect } from '@/lib/issues/find-fix-effect';
import type { IssueRecord } from '@/lib/issues/get-issue';

type Props = { scope: Scope; role: string; slug: string; issue: IssueRecord };

/** What a shipped issue's fix did, and whom to tell; nothing for other issues. */
export async function FixSections({ scope, role, slug, issue }: Props) {
  const { themeId, shippedAt } = issue;
  if (issue.status !== 'shipped' || !themeId || !shippedAt) return null;
  const mayExport = can(role, 'exports.create');
  const [result, people] = await Promise.all([
    findFixEffect(scope, { themeId, shippedAt }),
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
          shippedAt={shippedAt}
          issueHref={`/w/${slug}/issues/${issue.id}`}
          statementsHref={(from, to) => feedbackHref(slug, { theme: themeId, problem: '1', from, to })}
        />
      )}
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
