import { asPublicKey, Scope } from '@/lib/db/scope';

/** The survey of a public address, with the scope in which somebody who is nobody of the workspace answers it; or null. */
export async function findSurveyScope(publicKey: string): Promise<{ scope: Scope; surveyId: string } | null> {
  const survey = await asPublicKey(publicKey, (db) =>
    db.survey.findFirst({ where: { publicKey }, select: { workspaceId: true, id: true } }),
  );
  return survey && { scope: Scope.issue(survey.workspaceId, { kind: 'respondent' }), surveyId: survey.id };
}

/** The scope for the script on a customer's page; null where no site has this key. */
export async function findSiteScope(publicKey: string): Promise<Scope | null> {
  const site = await asPublicKey(publicKey, (db) =>
    db.surveySite.findFirst({ where: { publicKey }, select: { workspaceId: true } }),
  );
  return site && Scope.issue(site.workspaceId, { kind: 'respondent' });
}
