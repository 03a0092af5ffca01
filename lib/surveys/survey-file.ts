import { z } from 'zod';
import { invalid } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { insertSurvey } from '@/lib/surveys/create-survey';
import { getSurvey } from '@/lib/surveys/get-survey';
import { findLookProblem } from '@/lib/surveys/look';
import { findNameProblems } from '@/lib/surveys/name-problems';
import { withGroups } from '@/lib/surveys/rule-schema';
import { definitionSchema, deliverySchema } from '@/lib/surveys/schema';

/** A survey as a file: what it asks and whom, without its answers. */
const surveyFileSchema = z.object({
  format: z.literal('verbatim-survey'),
  formatVersion: z.literal(1),
  name: z.string().trim().min(1).max(200),
  definition: definitionSchema,
  delivery: z.preprocess(withGroups, deliverySchema).default(deliverySchema.parse({})),
});

export type SurveyFile = z.infer<typeof surveyFileSchema>;

/** The latest version of a survey, draft or not, as a file. The logo stays here: it is a picture of this workspace. */
export async function exportSurvey(scope: Scope, surveyId: string): Promise<SurveyFile> {
  const { name, draft, published, delivery } = await getSurvey(scope, surveyId);
  const version = draft ?? published;
  if (!version) throw invalid('This survey was asked elsewhere: its questions are not known here.');
  return {
    format: 'verbatim-survey',
    formatVersion: 1,
    name,
    definition: version.definition,
    delivery: { ...delivery, logo: '' },
  };
}

/**
 * Makes a survey from a file, as a draft. @returns its id.
 * @throws ExpectedError 'invalid' naming the place in the file.
 */
export async function importSurvey(scope: Scope, text: string): Promise<string> {
  const result = surveyFileSchema.safeParse(parseJson(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw invalid(`This is no survey file: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
  }
  const { name, definition } = result.data;
  const [clash] = findNameProblems(definition);
  if (clash) throw invalid(clash);
  const delivery = { ...result.data.delivery, logo: '' as const };
  const problem = findLookProblem(delivery);
  if (problem) throw invalid(problem);
  return insertSurvey(scope, { name, definition, delivery, origin: 'file' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('This file is not JSON. Take one that "Export" of a survey made.');
  }
}
