import { idFrom } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { AskedSurvey } from '@/lib/surveys/asked-survey';

/** The source of a survey's responses, named after it; made with the first of them. @returns its id. */
export async function ensureSource(
  db: Db,
  workspaceId: string,
  survey: Pick<AskedSurvey, 'id' | 'name' | 'publicKey'>,
): Promise<string> {
  const id = idFrom(`survey source ${workspaceId} ${survey.id}`);
  const find = () => db.source.findFirst({ where: { workspaceId, id }, select: { id: true } });
  for (const name of [survey.name, `${survey.name} (${survey.publicKey.slice(0, 6)})`]) {
    if (await find()) break;
    const config = { surveyId: survey.id };
    const data = { workspaceId, id, kind: 'survey' as const, name, config };
    await db.source.createMany({ data, skipDuplicates: true });
  }
  return id;
}
