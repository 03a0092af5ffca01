import type { Metadata } from 'next';
import { z } from 'zod';
import { SurveyEditor } from '@/components/surveys/survey-editor';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { ButtonLink } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';
import { findAskedKeys, getSurvey } from '@/lib/surveys/get-survey';
import { findLogoPath } from '@/lib/surveys/site-key';
import { save } from '../../actions';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Questions' };

export default definePage({
  permission: 'surveys.edit',
  params: z.object({ survey: z.uuid() }),
  find: async ({ scope }, { params }) => {
    const survey = await getSurvey(scope, params.survey);
    const version = survey.draft ?? survey.published;
    if (!version || survey.publicKey === null) throw notFound('survey');
    return { survey, version };
  },
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, _, { survey, version }) {
    const action = save.bind(null, slug);
    const isAsked = survey.state === 'closed' ? 'was asked last: the survey is closed' : 'is being asked';
    return (
      <>
        <SurveyHeader
          home={`/w/${slug}`}
          survey={survey}
          tab="edit"
          mayEdit
          actions={
            <ButtonLink href={`/w/${slug}/surveys/${survey.id}/export`} prefetch={false} download>
              Export
            </ButtonLink>
          }
        />
        {survey.published && (
          <FormMessage tone="accent">
            {survey.draft
              ? `Version ${survey.published.number} ${isAsked}. This is a draft of version ${survey.draft.number}.`
              : `Version ${survey.published.number} ${isAsked}. A change makes a draft of the next one; its answers count together question by question.`}
          </FormMessage>
        )}
        <SurveyEditor
          surveyId={survey.id}
          name={survey.name}
          definition={version.definition}
          look={survey.delivery}
          logoSrc={await findLogoPath(scope, survey.delivery.logo)}
          takenKeys={await findAskedKeys(scope, survey.id)}
          action={action}
        />
      </>
    );
  },
});
