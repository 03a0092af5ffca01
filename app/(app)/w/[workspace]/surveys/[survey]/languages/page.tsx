import type { Metadata } from 'next';
import { z } from 'zod';
import { languageName } from '@/components/feedback/language-name';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { TranslationFileForm } from '@/components/surveys/translation-file-form';
import { TranslationForm } from '@/components/surveys/translation-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { notFound } from '@/lib/core/errors';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { getSurvey } from '@/lib/surveys/get-survey';
import { piecesOf } from '@/lib/surveys/localise';
import { languageSchema } from '@/lib/surveys/schema';
import type { Definition } from '@/lib/widget/definition';
import { importTranslationFile, translate } from '../../actions';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Languages' };

export default definePage({
  permission: 'surveys.edit',
  params: z.object({ survey: z.uuid() }),
  query: z.object({ language: z.string().trim().max(100).optional().catch(undefined) }),
  find: async ({ scope }, { params }) => {
    const survey = await getSurvey(scope, params.survey);
    const definition = (survey.draft ?? survey.published)?.definition;
    if (!definition || survey.publicKey === null) throw notFound('survey');
    return { survey, definition };
  },
  loading: <PageShape />,
  async render({ workspace: { slug } }, { query: { language: asked } }, { survey, definition }) {
    const { data: language, success } = languageSchema.optional().safeParse(asked);
    const fault = success ? findFault(language, definition) : NO_CODE;
    const here = `/w/${slug}/surveys/${survey.id}/languages`;
    const pieces = piecesOf(definition);
    const translated = Object.entries(definition.translations);
    return (
      <>
        <SurveyHeader home={`/w/${slug}`} survey={survey} tab="languages" mayEdit />
        <Section
          title="Languages"
          description="People get the first language of theirs that there is. What is not translated stays as it was written."
        >
          <Card className="space-y-5">
            <ul className="space-y-1">
              <li>{languageName(definition.language)}: written in it</li>
              {translated.map(([code, words]) => (
                <li key={code}>
                  <TextLink href={`${here}?language=${code}`}>{languageName(code)}</TextLink>:{' '}
                  {`${pieces.filter(({ place }) => words[place]).length} of ${formatCount(pieces.length, 'piece')}`}
                </li>
              ))}
            </ul>
            <form action={here} className="flex flex-wrap items-end gap-3">
              <Field name="language" label="Add a language" error={fault}>
                {(control) => (
                  <Input
                    {...control}
                    placeholder="de"
                    defaultValue={fault ? asked : ''}
                    maxLength={20}
                    required
                  />
                )}
              </Field>
              <Button type="submit">Translate</Button>
            </form>
          </Card>
        </Section>
        {language && language !== definition.language && (
          <Section
            title={`Translation: ${languageName(language)}`}
            description="It is asked once the draft is published under Questions."
          >
            <Card>
              <TranslationFileForm
                surveyId={survey.id}
                language={language}
                exportHref={`${here}/export`}
                action={importTranslationFile.bind(null, slug)}
              />
            </Card>
            <Card>
              <TranslationForm
                key={JSON.stringify([language, definition.translations[language]])}
                surveyId={survey.id}
                language={language}
                pieces={pieces}
                words={definition.translations[language] ?? {}}
                action={translate.bind(null, slug)}
              />
            </Card>
          </Section>
        )}
      </>
    );
  },
});

const NO_CODE = 'This is no code of a language. Write one such as de, pt-BR or zh.';

/** Why a language is not to be translated into; null: it may be. */
function findFault(language: string | undefined, { language: own }: Definition): string | null {
  return language === own ? `The survey is written in ${languageName(own)}: choose another one.` : null;
}
