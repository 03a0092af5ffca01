import type { Site } from './api';
import type { Answers } from './definition';
import type { SurveyContent } from './site-survey';

/** What the server decides; nothing of it comes where there is no network. */
interface Decision {
  /** What is to be drawn; absent where nobody is to be asked. */
  survey?: SurveyContent;
  /** That of an earlier response, where there is one to go on with. */
  responseId?: string;
  /** What was answered and saved before. */
  answers?: Answers;
  revision?: number;
  /** What is to be solved before an answer counts, where the survey asks for it. */
  challenge?: string;
}

/** Lets the server decide whether to ask, and fetches what its question needs. A site without a network is not asked anything new. */
export async function decide({ post, load }: Site, asking: object): Promise<Decision> {
  try {
    const decision: Decision = await (await post('ask', asking)).json();
    if (decision.survey?.hasParts) await load('kinds');
    return decision;
  } catch {
    return {};
  }
}
