import { expect, it } from 'vitest';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { createSurvey } from '@/lib/surveys/create-survey';
import { updateDelivery, updateLook } from '@/lib/surveys/edit-survey';
import { getSurvey } from '@/lib/surveys/get-survey';
import { getLogo, MOST_LOGO_BYTES } from '@/lib/surveys/logo';
import { findSurveyContent } from '@/lib/surveys/survey-content';
import { exportSurvey, importSurvey } from '@/lib/surveys/survey-file';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

/** The smallest picture there is: one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('keeps a logo as long as a survey shows it, and the look for the surveys that follow', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, { delivery: { mode: 'popover' } });
  await updateLook(scope, surveyId, { accent: '#065f46', font: 'serif', logoText: 'Acme', logoBytes: PNG });
  const { delivery } = await getSurvey(scope, surveyId);
  expect(delivery).toMatchObject({ mode: 'popover', accent: '#065f46', font: 'serif', logoText: 'Acme' });
  expect(await getLogo(scope, delivery.logo)).toMatchObject({ contentType: 'image/png' });
  expect(await findSurveyContent(scope, await getAskedSurvey(scope, surveyId), ['en'])).toMatchObject({
    accent: '#065f46',
    look: expect.stringContaining('.logo{'),
    logo: { text: 'Acme' },
  });
  // A survey made after it is of the same brand; its file, which goes to other workspaces, has no logo.
  const next = await createSurvey(scope, { name: 'Next', template: 'nps' });
  expect((await getSurvey(scope, next)).delivery).toMatchObject({
    mode: 'none',
    font: 'serif',
    logo: delivery.logo,
  });
  const file = await exportSurvey(scope, next);
  expect(file.delivery).toMatchObject({ font: 'serif', logo: '' });
  await importSurvey(scope, JSON.stringify({ ...file, delivery: { ...file.delivery, logo: delivery.logo } }));
  await updateLook(scope, surveyId, { logo: '' });
  await getLogo(scope, delivery.logo);
  await updateLook(scope, next, { logo: '' });
  await expect(getLogo(scope, delivery.logo)).rejects.toThrow('logo');
});

it('takes no file that is no picture or too large, and no colours that cannot be read', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope);
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await expect(updateLook(scope, surveyId, { logoBytes: drawing })).rejects.toThrow('no PNG, JPEG or WebP');
  const large = Buffer.concat([PNG, Buffer.alloc(MOST_LOGO_BYTES)]);
  await expect(updateLook(scope, surveyId, { logoBytes: large })).rejects.toThrow('101 kB');
  await expect(updateDelivery(scope, surveyId, { paper: '#000000' })).rejects.toThrow(
    /contrast is 1\.\d to 1/,
  );
  expect((await getSurvey(scope, surveyId)).delivery).toMatchObject({ logo: '', paper: '#ffffff' });
});
