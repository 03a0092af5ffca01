import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { askPerson, recordPreference } from '@/lib/surveys/ask-person';
import { isSampled } from '@/lib/surveys/asking-history';
import { makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { saveAnswers } from '@/lib/surveys/save-answers';
import type { Delivery } from '@/lib/surveys/schema';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import type { Rule } from '@/lib/widget/rule';

const popover: Partial<Delivery> = { mode: 'popover', coolDownDays: 30 };
const day = (number: number) => new Date(Date.UTC(2026, 4, number, 12));

async function makePerson(scope: Scope, contact = 'u1') {
  const secret = await makeIdentitySecret(scope);
  return resolveIdentity(scope, signIdentity(secret, { contact }));
}

const asking = (surveyId: string, person: Awaited<ReturnType<typeof makePerson>>) => ({
  surveyId,
  responseId: newId(),
  person,
  channel: 'popover' as const,
});

describe('askPerson', () => {
  it('asks a known person once within the days of peace, over all surveys', async () => {
    const scope = await makeWorkspace();
    const [one, other] = [
      await makeSurvey(scope, { delivery: popover }),
      await makeSurvey(scope, { delivery: popover }),
    ];
    const person = await makePerson(scope);
    const ask = async (surveyId: string, at: Date) =>
      (await askPerson(scope, asking(surveyId, person), at)).ask;
    expect(await ask(one, day(1))).toBe(true);
    expect(await ask(one, day(2))).toBe(false);
    expect(await ask(other, day(30))).toBe(false);
    expect(await ask(other, day(32))).toBe(true);
    expect((await askPerson(scope, asking(one, await makePerson(scope, 'u2')), day(2))).ask).toBe(true);
  });

  it('asks of a segment only people whom the server vouches for', async () => {
    const scope = await makeWorkspace();
    const isLarge: Rule = { about: 'segment', name: '', test: 'is', value: 'Large' };
    const onPro: Rule = { about: 'trait', name: 'plan', test: 'is', value: 'Pro' };
    const surveyId = await makeSurvey(scope, { delivery: { ...popover, groups: [[isLarge], [onPro]] } });
    const secret = await makeIdentitySecret(scope);
    const personOf = (account: string) =>
      resolveIdentity(scope, signIdentity(secret, { contact: account, account }));
    const [large, small] = [await personOf('large'), await personOf('small')];
    await scope.run((db) =>
      db.account.updateMany({ where: { externalId: 'large' }, data: { segment: 'Large' } }),
    );
    const ask = async (person: typeof large, groups: number[]) =>
      (await askPerson(scope, { ...asking(surveyId, person), groups }, day(1))).ask;
    // The page says which groups hold but for the segment, which it does not know.
    expect([await ask(large, [0]), await ask(small, [0]), await ask(null, [0])]).toEqual([
      true,
      false,
      false,
    ]);
    expect([await ask(small, []), await ask(small, [1]), await ask(null, [1])]).toEqual([false, true, true]);
  });

  it('asks in one of two tabs', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: popover });
    const person = await makePerson(scope);
    const decisions = await Promise.all(
      [1, 2, 3].map(() => askPerson(scope, asking(surveyId, person), day(1))),
    );
    expect(decisions.filter(({ ask }) => ask)).toHaveLength(1);
  });

  it('counts an answer on the page as an asking, and goes on with one that was begun', async () => {
    const scope = await makeWorkspace();
    const [one, other] = [
      await makeSurvey(scope, { delivery: popover }),
      await makeSurvey(scope, { delivery: popover }),
    ];
    const person = await makePerson(scope);
    const responseId = newId();
    const saving = {
      ...{ surveyId: one, responseId, person, channel: 'page' as const, language: null },
      ...{ answers: { nps: 5 }, revision: null, isDone: false, elapsedMs: null, trap: '' },
    };
    await saveAnswers(scope, saving, day(1));
    expect(await askPerson(scope, asking(one, person), day(2))).toMatchObject({
      ask: true,
      responseId,
      answers: { nps: 5 },
      revision: 1,
    });
    // Who said to be left alone is, in the middle of a response, too.
    const contactId = person?.contactId ?? '';
    await recordPreference(scope, { contactId, neverAsk: false, snoozeDays: 7 }, day(2));
    for (const channel of ['popover', 'inline'] as const) {
      expect(await askPerson(scope, { ...asking(one, person), channel }, day(3))).toEqual({ ask: false });
    }
    await scope.run((db) => db.askingPreference.deleteMany());
    await saveAnswers(scope, { ...saving, isDone: true }, day(2));
    expect(await askPerson(scope, asking(one, person), day(3))).toEqual({ ask: false });
    expect(await askPerson(scope, asking(other, person), day(3))).toEqual({ ask: false });
  });

  it('leaves in peace who said not now, and for good who said never, but opens what they open', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: { ...popover, coolDownDays: 0 } });
    const person = await makePerson(scope);
    const contactId = person?.contactId ?? '';
    const ask = async (at: Date) => (await askPerson(scope, asking(surveyId, person), at)).ask;
    await recordPreference(scope, { contactId, neverAsk: false, snoozeDays: 7 }, day(1));
    expect([await ask(day(7)), await ask(day(9))]).toEqual([false, true]);
    // What a page shows in its own place comes all the same.
    const shown = { ...asking(surveyId, person), channel: 'inline' as const, isCalled: true };
    expect(await askPerson(scope, shown, day(2))).toMatchObject({ ask: true });
    await recordPreference(scope, { contactId, neverAsk: true, snoozeDays: 7 }, day(10));
    expect(await ask(new Date('2036-01-01'))).toBe(false);
    const opened = { ...asking(surveyId, person), channel: 'button' as const };
    expect((await askPerson(scope, opened, day(10))).ask).toBe(true);
    // A page that shows it has not been asked to by them.
    expect((await askPerson(scope, { ...opened, isCalled: true }, day(10))).ask).toBe(false);
    expect((await askPerson(scope, shown, day(10))).ask).toBe(false);
  });

  it('draws the lot of a browser whose token nobody signed', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: { ...popover, percentage: 10 } });
    const ask = async (lot: number) =>
      (await askPerson(scope, { ...asking(surveyId, null), lot }, day(1))).ask;
    expect([await ask(9.9), await ask(10)]).toEqual([true, false]);
  });

  it('asks the share of people it is told to', async () => {
    const [surveyId, contacts] = [newId(), Array.from({ length: 2000 }, () => newId())];
    const asked = contacts.filter((contact) => isSampled(surveyId, contact, 30)).length;
    expect(asked).toBeGreaterThan(500);
    expect(asked).toBeLessThan(700);
    expect(contacts.every((contact) => isSampled(surveyId, contact, 100))).toBe(true);
  });

  it('asks what stands in a page once of a person, and not within the days of peace', async () => {
    const scope = await makeWorkspace();
    const inline = { ...popover, mode: 'inline' as const };
    const surveyId = await makeSurvey(scope, { delivery: inline });
    const other = await makeSurvey(scope, { delivery: popover });
    const [ann, bob] = [await makePerson(scope), await makePerson(scope, 'u2')];
    const ask = async (person: typeof ann, at: Date) =>
      (await askPerson(scope, { ...asking(surveyId, person), channel: 'inline' }, at)).ask;
    // To stand there asks nobody yet: it stands on the next page, too.
    expect([await ask(ann, day(1)), await ask(ann, day(3))]).toEqual([true, true]);
    const saving = {
      ...{ surveyId, responseId: newId(), person: ann, channel: 'inline' as const, language: null },
      ...{ answers: { nps: 9 }, revision: null, isDone: true, elapsedMs: null },
    };
    await saveAnswers(scope, saving, day(3));
    expect(await ask(ann, day(4))).toBe(false);
    expect(await ask(ann, new Date('2036-01-01'))).toBe(false);
    expect((await askPerson(scope, asking(other, bob), day(4))).ask).toBe(true);
    expect([await ask(bob, day(5)), await ask(bob, new Date('2036-01-01'))]).toEqual([false, true]);
  });

  it('holds the share of what stands in a page, for people known and not', async () => {
    const scope = await makeWorkspace();
    const surveyId = await makeSurvey(scope, { delivery: { mode: 'inline', percentage: 1 } });
    const ask = async (person: Awaited<ReturnType<typeof makePerson>>, lot?: number) =>
      (await askPerson(scope, { ...asking(surveyId, person), channel: 'inline', lot })).ask;
    expect([await ask(null, 0.5), await ask(null, 1)]).toEqual([true, false]);
    for (const contact of ['a', 'b', 'c', 'd']) {
      const person = await makePerson(scope, contact);
      expect(await ask(person)).toBe(isSampled(surveyId, person?.contactId ?? '', 1));
    }
  });
});
