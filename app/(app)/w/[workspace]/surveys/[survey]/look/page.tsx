import type { Metadata } from 'next';
import { z } from 'zod';
import { LookForm } from '@/components/surveys/look-form';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';
import { getSurvey } from '@/lib/surveys/get-survey';
import { findLogoPath } from '@/lib/surveys/site-key';
import { saveLook } from '../../actions';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Look' };

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
    return (
      <>
        <SurveyHeader home={`/w/${slug}`} survey={survey} tab="look" mayEdit />
        <LookForm
          surveyId={survey.id}
          definition={version.definition}
          look={survey.delivery}
          logoSrc={await findLogoPath(scope, survey.delivery.logo)}
          action={saveLook.bind(null, slug)}
        />
      </>
    );
  },
});
