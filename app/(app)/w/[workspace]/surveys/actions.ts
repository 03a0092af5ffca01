'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formatCount } from '@/lib/core/format';
import { defineAction } from '@/lib/http/define-action';
import { acceptResponse } from '@/lib/surveys/accept-response';
import { createSurvey, newSurveySchema } from '@/lib/surveys/create-survey';
import {
  draftSchema,
  publishDraft,
  saveDraft,
  setClosed,
  updateDelivery,
  updateLook,
} from '@/lib/surveys/edit-survey';
import { makeIdentitySecret } from '@/lib/surveys/identity';
import { lookSchema } from '@/lib/surveys/look';
import { saveTranslation, translationSchema } from '@/lib/surveys/save-translation';
import { askingSchema, languageSchema } from '@/lib/surveys/schema';
import { importSurvey } from '@/lib/surveys/survey-file';
import { importTranslation } from '@/lib/surveys/translation-file';

const surveyId = z.uuid();
const uploadedFile = z
  .instanceof(File)
  .refine(({ size }) => size > 0 && size <= 1_000_000, 'A file of up to 1 MB.');

/** A field that holds JSON. */
function fromJson<Schema extends z.ZodType<unknown, unknown>>(schema: Schema) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'The form did not arrive whole. Save it again.' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

export const create = defineAction({
  permission: 'surveys.edit',
  input: newSurveySchema,
  async run({ scope, workspace }, input) {
    const id = await createSurvey(scope, input);
    redirect(`/w/${workspace.slug}/surveys/${id}/edit`);
  },
});

export const importFile = defineAction({
  permission: 'surveys.edit',
  input: z.object({ file: uploadedFile }),
  async run({ scope, workspace }, { file }) {
    const id = await importSurvey(scope, await file.text());
    redirect(`/w/${workspace.slug}/surveys/${id}/edit`);
  },
});

export const save = defineAction({
  permission: 'surveys.edit',
  input: draftSchema.extend({
    surveyId,
    definition: fromJson(draftSchema.shape.definition),
    intent: z.enum(['keep', 'publish']).default('keep'),
  }),
  async run({ scope }, { surveyId: id, intent, ...draft }) {
    await saveDraft(scope, id, draft);
    refresh();
    if (intent === 'keep') return { message: 'Draft saved.' };
    const number = await publishDraft(scope, id);
    return { message: `Version ${number} is published: it is what people are asked from now on.` };
  },
});

export const saveDelivery = defineAction({
  permission: 'surveys.edit',
  input: askingSchema.extend({ surveyId, groups: fromJson(askingSchema.shape.groups) }),
  async run({ scope }, { surveyId: id, ...delivery }) {
    await updateDelivery(scope, id, delivery);
    return { message: 'Saved. Pages that are open already follow within a minute.' };
  },
});

export const saveLook = defineAction({
  permission: 'surveys.edit',
  input: lookSchema.omit({ logo: true }).extend({
    surveyId,
    file: z.instanceof(File).optional(),
    hasNoLogo: z.literal('on').optional(),
  }),
  async run({ scope }, { surveyId: id, file, hasNoLogo, ...look }) {
    const logoBytes = file && file.size > 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
    await updateLook(scope, id, { ...look, logoBytes, ...(hasNoLogo && { logo: '' }) });
    refresh();
    return { message: 'Saved. Pages that are open already follow within a minute.' };
  },
});

export const close = defineAction({
  permission: 'surveys.edit',
  input: z.object({ surveyId, isClosed: z.enum(['yes', 'no']) }),
  async run({ scope }, { surveyId: id, isClosed }) {
    await setClosed(scope, id, isClosed === 'yes');
    refresh();
    return {};
  },
});

export const accept = defineAction({
  permission: 'surveys.edit',
  input: z.object({ responseId: z.uuid() }),
  async run({ scope }, { responseId }) {
    await acceptResponse(scope, responseId);
    refresh();
    return {};
  },
});

export const makeSecret = defineAction({
  permission: 'settings.edit',
  input: z.object({}),
  async run({ scope }) {
    return { data: { secret: await makeIdentitySecret(scope) } };
  },
});

export const importTranslationFile = defineAction({
  permission: 'surveys.edit',
  input: z.object({ surveyId, language: languageSchema, file: uploadedFile }),
  async run({ scope }, { surveyId: id, language, file }) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { translated, pieces } = await importTranslation(scope, { surveyId: id, language, bytes });
    refresh();
    return { message: `In the draft: ${translated} of ${formatCount(pieces, 'piece')} translated.` };
  },
});

export const translate = defineAction({
  permission: 'surveys.edit',
  input: translationSchema,
  async run({ scope }, input) {
    await saveTranslation(scope, input);
    refresh();
    return { message: input.remove ? 'Taken out of the draft.' : 'Saved in the draft.' };
  },
});
