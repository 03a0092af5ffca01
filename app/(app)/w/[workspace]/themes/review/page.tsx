import { Tags } from 'lucide-react';
import type { Metadata } from 'next';
import { ReassignmentProgress } from '@/components/themes/reassignment-progress';
import { ReviewDesk } from '@/components/themes/review-desk';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { findUnsure } from '@/lib/annotations/review-queue';
import { REVIEW_BELOW } from '@/lib/annotations/unsure-theme';
import { can } from '@/lib/auth/permissions';
import { formatPercent } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findReassignment } from '@/lib/themes/find-reassignment';
import { findThemeNames } from '@/lib/themes/find-theme';
import { cancelAssigning, restartAssigning } from '../actions';
import PageShape from '../skeleton';
import { answer, takeBack } from './actions';

export const metadata: Metadata = { title: 'Review assignments' };

/** Fetched at once; more come as these are answered. */
const AT_ONCE = 20;

export default definePage({
  permission: 'feedback.correct',
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }) {
    const [{ total, unsure }, themes, run] = await Promise.all([
      findUnsure(scope, AT_ONCE),
      findThemeNames(scope),
      findReassignment(scope),
    ]);
    return (
      <div className="space-y-6">
        <PageHeader
          title="Review assignments"
          breadcrumb={[{ label: 'Themes', href: `/w/${slug}/themes` }]}
          description={`Themes of sentences that the classifier is less than ${formatPercent(REVIEW_BELOW)} sure of, the least sure first.`}
        />
        <ReassignmentProgress
          run={run}
          actions={
            can(role, 'themes.edit')
              ? { cancel: cancelAssigning.bind(null, slug), restart: restartAssigning.bind(null, slug) }
              : null
          }
        />
        {themes.length === 0 && total === 0 ? (
          <Card>
            <EmptyState
              icon={Tags}
              title="No themes yet"
              actions={<ButtonLink href={`/w/${slug}/themes`}>To the themes</ButtonLink>}
            >
              Sentences are assigned to themes once there are some, found in your feedback or brought in by
              you. Those that the classifier is not sure of come here.
            </EmptyState>
          </Card>
        ) : (
          <ReviewDesk
            workspaceSlug={slug}
            unsure={unsure}
            total={total}
            themes={themes}
            answer={answer.bind(null, slug)}
            takeBack={takeBack.bind(null, slug)}
          />
        )}
      </div>
    );
  },
});
