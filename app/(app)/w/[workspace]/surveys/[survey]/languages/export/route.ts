import { z } from 'zod';
import { CSV_MARK } from '@/lib/core/csv';
import { defineRoute } from '@/lib/http/define-route';
import { languageSchema } from '@/lib/surveys/schema';
import { exportTranslation, translationFormats } from '@/lib/surveys/translation-file';

const KINDS = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xliff: { type: 'application/xliff+xml; charset=utf-8', ending: 'xlf' },
};

/** The words of a survey and their translation, as a file for translators. */
export const GET = defineRoute({
  permission: 'surveys.edit',
  params: z.object({ workspace: z.string(), survey: z.uuid() }),
  query: z.object({ language: languageSchema, format: z.enum(translationFormats) }),
  async run({ scope }, { params, query: { language, format } }) {
    const text = await exportTranslation(scope, { surveyId: params.survey, language, format });
    const { type, ending } = KINDS[format];
    return new Response(format === 'csv' ? `${CSV_MARK}${text}` : text, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="survey-${params.survey}-${language}.${ending}"`,
      },
    });
  },
});
