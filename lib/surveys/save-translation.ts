import { z } from 'zod';
import { invalid, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { saveDraft } from '@/lib/surveys/edit-survey';
import { getSurvey } from '@/lib/surveys/get-survey';
import { piecesOf } from '@/lib/surveys/localise';
import { languageSchema } from '@/lib/surveys/schema';

/** A form of translated pieces: each in a field named after its place. */
export const translationSchema = z
  .object({ surveyId: z.uuid(), language: languageSchema, remove: z.literal('1').optional() })
  .catchall(z.string().trim().max(1000));

/** Keeps the words of a survey in another language, in its draft. With nothing said the language is taken out. */
export async function saveTranslation(
  scope: Scope,
  { surveyId, language, remove, ...words }: z.infer<typeof translationSchema>,
): Promise<void> {
  await scope.run(async (_db, inner) => {
    const { name, draft, published } = await getSurvey(inner, surveyId);
    const definition = (draft ?? published)?.definition;
    if (!definition) throw notFound('survey');
    if (language === definition.language) throw invalid('The survey is written in this language.');
    const places = piecesOf(definition).map(({ place }) => place);
    const said = places.flatMap((place) => (words[place] ? [[place, words[place]] as const] : []));
    const { [language]: _, ...others } = definition.translations;
    const translations = remove ? others : { ...others, [language]: Object.fromEntries(said) };
    await saveDraft(inner, surveyId, { name, definition: { ...definition, translations } });
  });
}
