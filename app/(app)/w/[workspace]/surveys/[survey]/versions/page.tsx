import { History } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { VersionCard } from '@/components/surveys/version-card';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';
import { findVersions } from '@/lib/surveys/find-versions';
import { getSurvey } from '@/lib/surveys/get-survey';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Versions' };

export default definePage({
  permission: 'workspace.read',
  params: z.object({ survey: z.uuid() }),
  find: async ({ scope }, { params }) => {
    const survey = await getSurvey(scope, params.survey);
    if (survey.publicKey === null) throw notFound('survey');
    return survey;
  },
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, _, survey) {
    const home = `/w/${slug}`;
    const versions = await findVersions(scope, survey.id);
    return (
      <>
        <SurveyHeader home={home} survey={survey} tab="versions" mayEdit={can(role, 'surveys.edit')} />
        {versions.length === 0 ? (
          <Card flush>
            <EmptyState icon={History} title="Nothing is published yet">
              Each published version stands here with what it asked and what it told people of their data.
            </EmptyState>
          </Card>
        ) : (
          versions.map((version) => (
            <VersionCard
              key={version.number}
              version={version}
              surveyHref={`${home}/surveys/${survey.id}`}
              isAsked={version.number === survey.published?.number && survey.state === 'running'}
            />
          ))
        )}
      </>
    );
  },
});
