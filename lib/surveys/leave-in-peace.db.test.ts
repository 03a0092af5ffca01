import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { askPerson } from '@/lib/surveys/ask-person';
import { findWish } from '@/lib/surveys/asking-history';
import { getSurvey } from '@/lib/surveys/get-survey';
import { pageQuerySchema, showSurveyPage } from '@/lib/surveys/hosted-page';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { leaveInPeace } from '@/lib/surveys/leave-in-peace';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

it('leaves in peace who says so on the page that their link leads to, and nobody else', async () => {
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, { delivery: { mode: 'popover', coolDownDays: 0 } });
  const key = (await getSurvey(scope, surveyId)).publicKey ?? '';
  const c = signIdentity(await makeIdentitySecret(scope), { contact: 'ann' });
  const open = async (token?: string) => {
    const query = pageQuerySchema.parse({ c: token, r: newId(), q: 'nps' });
    const page = await showSurveyPage(key, query, {
      searchParams: new URLSearchParams(),
      acceptLanguage: 'de',
    });
    return page.text();
  };
  expect(await open(c)).toContain(`action="/s/${key}/peace"`);
  for (const nobody of [undefined, `${c}x`]) expect(await open(nobody)).not.toContain('/peace');

  const refused = await leaveInPeace(key, { c: `${c}x`, lang: 'de' });
  expect([refused.status, await scope.run((db) => db.askingPreference.count())]).toEqual([403, 0]);
  const heard = await leaveInPeace(key, { c, lang: 'de' });
  expect(await heard.text()).toContain('Sie werden nicht mehr gefragt.');
  const person = await resolveIdentity(scope, c);
  expect(await findWish(scope, person?.contactId ?? '')).toBe('never');
  const asking = { surveyId, responseId: newId(), person, channel: 'popover' as const };
  expect(await askPerson(scope, asking)).toEqual({ ask: false });
});
