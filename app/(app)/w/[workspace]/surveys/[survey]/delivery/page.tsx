import type { Metadata } from 'next';
import { z } from 'zod';
import { languageName } from '@/components/feedback/language-name';
import { CopyText } from '@/components/surveys/copy-text';
import { DeliveryForm } from '@/components/surveys/delivery-form';
import { embedCode } from '@/components/surveys/embed-code';
import { IdentitySecretForm } from '@/components/surveys/identity-secret-form';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Section } from '@/components/ui/section';
import { ExternalLink } from '@/components/ui/text-link';
import { findFilterChoices } from '@/lib/annotations/find-filter-choices';
import { can, holdersOf } from '@/lib/auth/permissions';
import { env } from '@/lib/core/env';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';
import { isSecretSet } from '@/lib/settings/queries';
import { countSiteSurveys, MOST_SITE_SURVEYS } from '@/lib/surveys/find-site-surveys';
import { getSurvey } from '@/lib/surveys/get-survey';
import { findSiteKey } from '@/lib/surveys/site-key';
import { makeSecret, saveDelivery } from '../../actions';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Where and whom' };

export default definePage({
  permission: 'surveys.edit',
  params: z.object({ survey: z.uuid() }),
  find: async ({ scope }, { params }) => {
    const survey = await getSurvey(scope, params.survey);
    const { publicKey } = survey;
    if (publicKey === null) throw notFound('survey');
    return { ...survey, publicKey };
  },
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, _, survey) {
    const onPages = await countSiteSurveys(scope);
    const definition = (survey.published ?? survey.draft)?.definition;
    const code = embedCode(env().NEXTAUTH_URL.replace(/\/$/, ''), {
      siteKey: (await findSiteKey(scope)) ?? '',
      surveyKey: survey.publicKey,
      look: survey.delivery,
      definition,
      version: survey.published?.number,
    });
    return (
      <>
        <SurveyHeader home={`/w/${slug}`} survey={survey} tab="delivery" mayEdit />
        {onPages > MOST_SITE_SURVEYS && survey.delivery.mode !== 'none' && (
          <FormMessage tone="warning">
            {onPages} surveys are set to ask on pages, and pages learn of the {MOST_SITE_SURVEYS} oldest.
            Close some, or set them to be asked only by their link.
          </FormMessage>
        )}
        {!survey.published && (
          <FormMessage tone="warning">Nothing is asked before its questions are published.</FormMessage>
        )}
        <Section title="Link" description="A page of plain HTML that needs no script.">
          <Card className="space-y-5">
            <p>
              <ExternalLink href={code.link}>{code.link}</ExternalLink>
            </p>
            {code.fieldsLink && <CopyText label="With its hidden fields" text={code.fieldsLink} />}
            {code.emails.map(({ language, text }) => (
              <CopyText
                key={language}
                label={`In an e-mail${code.emails.length > 1 ? ` in ${languageName(language)}` : ''}, one link for each score: the person confirms it on the page, so that no link scanner answers`}
                text={text}
              />
            ))}
            <CopyText label="In a frame of a page of yours" text={code.frame} />
            <CopyText label="As a form of your own, without any script" text={code.form} />
          </Card>
        </Section>
        <Section title="On your pages" description="One script for every survey of this workspace.">
          <Card className="space-y-5">
            <CopyText label="Before the end of the page" text={code.script} />
            {survey.delivery.mode === 'inline' && (
              <CopyText label="Where the survey is to stand" text={code.inline} />
            )}
          </Card>
        </Section>
        <Section title="Whom and when">
          <DeliveryForm
            surveyId={survey.id}
            delivery={survey.delivery}
            segments={(await findFilterChoices(scope)).segments}
            action={saveDelivery.bind(null, slug)}
          />
        </Section>
        <Section
          title="Who answers"
          description="An answer belongs to a person and an account only if your server signed who they are."
        >
          <Card className="space-y-5">
            <CopyText label="On your server" text={code.server} />
            {can(role, 'settings.edit') ? (
              <IdentitySecretForm
                isSet={await isSecretSet(scope, 'surveys.identitySecret')}
                action={makeSecret.bind(null, slug)}
              />
            ) : (
              <p className="text-ink-mute">The secret is made by: {holdersOf('settings.edit')}.</p>
            )}
          </Card>
        </Section>
      </>
    );
  },
});
