import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { askPerson, recordPreference } from '@/lib/surveys/ask-person';
import { findSiteSurveys } from '@/lib/surveys/find-site-surveys';
import { findVisitor, makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import type { Rule } from '@/lib/widget/rule';

const isLarge: Rule = { about: 'segment', name: '', test: 'is', value: 'Large' };
const onPro: Rule = { about: 'trait', name: 'plan', test: 'is', value: 'Pro' };

describe('findSiteSurveys', () => {
  it('tells of the surveys that run on pages, and of no other', async () => {
    const scope = await makeWorkspace();
    await makeSurvey(scope);
    await makeSurvey(scope, { delivery: { mode: 'popover', until: '2020-01-01' } });
    await makeSurvey(scope, { delivery: { mode: 'inline' } });
    const full = await makeSurvey(scope, { delivery: { mode: 'popover', quota: 1 } });
    const saving = {
      ...{ surveyId: full, responseId: newId(), person: null, channel: 'page' as const, language: null },
      ...{ answers: { nps: 9 }, revision: null, isDone: true, elapsedMs: null },
    };
    await saveAnswers(scope, saving);
    const { surveys, more } = await findSiteSurveys(scope, []);
    expect(surveys.map(({ mode }) => mode)).toEqual(['inline']);
    expect(more).toEqual(['places']);
  });

  it('says no word of what is asked, nor of segments, before it may be asked', async () => {
    const scope = await makeWorkspace();
    const delivery = { mode: 'popover' as const, groups: [[isLarge], [isLarge, onPro], [onPro]] };
    const surveyId = await makeSurvey(scope, { delivery });
    await makeSurvey(scope, { delivery: { mode: 'popover', groups: [[isLarge, onPro]] } });
    const { surveys } = await findSiteSurveys(scope, ['en']);
    expect(surveys).toMatchObject([{ mode: 'popover', groups: [null, null, [onPro]] }]);
    const { text } = makeTemplate('nps').questions[0] ?? { text: '' };
    expect(JSON.stringify(surveys)).not.toMatch(new RegExp(`Large|segment|accent|${text.slice(0, 20)}`));
    const asking = { surveyId, responseId: newId(), person: null, channel: 'popover' as const, groups: [2] };
    expect(await askPerson(scope, asking)).toMatchObject({
      ask: true,
      survey: { version: 1, definition: { questions: [{ text }, {}] }, words: { next: 'Next' } },
    });
  });

  it('tells somebody known of what is for them, and what may come now', async () => {
    const scope = await makeWorkspace();
    const secret = await makeIdentitySecret(scope);
    const forLarge = await makeSurvey(scope, { delivery: { mode: 'popover', groups: [[isLarge]] } });
    await makeSurvey(scope, { delivery: { mode: 'inline', coolDownDays: 0 } });
    await makeSurvey(scope, { delivery: { mode: 'button', groups: [[isLarge]] } });
    const tokenOf = (account: string) => signIdentity(secret, { contact: account, account });
    const person = await resolveIdentity(scope, tokenOf('large'));
    await scope.run((db) =>
      db.account.updateMany({ where: { externalId: 'large' }, data: { segment: 'Large' } }),
    );
    const modesFor = async (account: string, at?: Date) =>
      (await findSiteSurveys(scope, ['en'], await findVisitor(scope, tokenOf(account)), at)).surveys.map(
        ({ mode, groups }) => `${mode}${groups ? ' with rules' : ''}`,
      );
    expect(await modesFor('large')).toEqual(['popover', 'inline', 'button']);
    expect(await modesFor('small')).toEqual(['inline']);
    // What was shown within the day may be gone on with; after that it is in peace.
    const asking = { surveyId: forLarge, responseId: newId(), person, channel: 'popover' as const };
    expect((await askPerson(scope, asking)).ask).toBe(true);
    expect(await modesFor('large')).toEqual(['popover', 'inline', 'button']);
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
    expect(await modesFor('large', inTwoDays)).toEqual(['inline', 'button']);
    const contactId = person?.contactId ?? '';
    await recordPreference(scope, { contactId, neverAsk: true, snoozeDays: 7 });
    expect(await modesFor('large', inTwoDays)).toEqual(['button']);
    // A token that nobody signed is nobody.
    expect(await findVisitor(scope, 'x.y')).toBeNull();
  });
});
