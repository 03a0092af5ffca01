import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { countAnswers } from '@/lib/responses/find-responses';
import { countShowings, findShowings } from '@/lib/surveys/find-showings';
import { findWeightedScore } from '@/lib/surveys/find-weighted-score';
import { type KnownPerson, makeIdentitySecret, resolveIdentity } from '@/lib/surveys/identity';
import { signIdentity } from '@/lib/surveys/identity-token';
import { recordImpression } from '@/lib/surveys/record-impression';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { makeTemplate } from '@/lib/surveys/templates';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

it('weighs the answers of each segment by how many of it were asked', async () => {
  const scope = await makeWorkspace();
  const survey = await makeSurvey(scope, { definition: makeTemplate('csat_numbers') });
  const secret = await makeIdentitySecret(scope);
  const personOf = (account: string) =>
    resolveIdentity(scope, signIdentity(secret, { contact: account, account }));
  const ask = async (person: KnownPerson | null, csat: number | null) => {
    const responseId = newId();
    const contactId = person?.contactId ?? null;
    await recordImpression(scope, { surveyId: survey, responseId, contactId, channel: 'email' });
    if (csat === null) return;
    const saving = { surveyId: survey, responseId, answers: { csat }, revision: null, isDone: true, person };
    await saveAnswers(scope, { ...saving, channel: 'email', language: null, elapsedMs: null, trap: '' });
  };
  // Large accounts answer and are content; of the small ones, one in two answers, and is not.
  const [large, small] = [await personOf('large'), await personOf('small')];
  for (let index = 0; index < 10; index++) await ask(large, 5);
  for (let index = 0; index < 20; index++) await ask(small, index < 10 ? 1 : null);
  await scope.run((db) =>
    db.account.updateMany({ where: { externalId: 'large' }, data: { segment: 'Large' } }),
  );
  await scope.run((db) =>
    db.account.updateMany({ where: { externalId: 'small' }, data: { segment: 'Small' } }),
  );

  const filter = { metric: 'csat', survey } as const;
  const { result } = await findWeightedScore(scope, filter, 'segment');
  expect(result).toMatchObject({
    n: 20,
    strata: [
      { name: 'Large', asked: 10, answers: 10, weight: 10 / 30 / 0.5 },
      { name: 'Small', asked: 20, answers: 10, weight: 20 / 30 / 0.5 },
    ],
  });
  expect(result?.estimate).toBeCloseTo(1 / 3, 12);
  expect(await countShowings(scope, survey, { segment: 'Small' })).toBe(20);
  expect((await findShowings(scope, survey, { segment: 'Large' }, null)).rows).toHaveLength(10);
  // Behind the number of people who were asked is the latest showing of each, and each of somebody not known.
  for (let index = 0; index < 2; index++) await ask(null, null);
  const counts = [{ segment: 'Small' }, { segment: 'Large' }, {}].map(async (part) => {
    const each = { ...part, each: 'person' } as const;
    const { rows } = await findShowings(scope, survey, each, null);
    return [await countShowings(scope, survey, each), rows.length];
  });
  expect(await Promise.all(counts)).toEqual([
    [1, 1],
    [1, 1],
    [4, 4],
  ]);
  expect(await countAnswers(scope, { ...filter, segment: 'Small' })).toBe(10);
  expect((await findWeightedScore(scope, filter, 'plan')).gap).toEqual({ why: 'one_part' });
});
