import type { Scope } from '@/lib/db/scope';
import { createSurvey } from '@/lib/surveys/create-survey';
import { publishDraft, saveDraft, updateDelivery } from '@/lib/surveys/edit-survey';
import { type Delivery, deliverySchema } from '@/lib/surveys/schema';
import type { Definition } from '@/lib/widget/definition';

/** A published survey of NPS and a comment, or of what is given. @returns its id. */
export async function makeSurvey(
  scope: Scope,
  { definition, delivery }: { definition?: Definition; delivery?: Partial<Delivery> } = {},
): Promise<string> {
  const id = await createSurvey(scope, { name: 'Test survey', template: 'nps' });
  if (definition) await saveDraft(scope, id, { name: 'Test survey', definition });
  await publishDraft(scope, id);
  if (delivery) await updateDelivery(scope, id, deliverySchema.parse(delivery));
  return id;
}
