import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { adviceFor, LlmError } from '@/lib/llm/llm-error';
import { testConnection } from '@/lib/llm/test-connection';
import { findSecret, getSetting } from '@/lib/settings/queries';

/**
 * Shows that the workspace's language model answers, also before it is turned on: nothing of the workspace is sent.
 * @throws ExpectedError 'unavailable' saying what is wrong and what to do.
 */
export async function testLanguageModel(scope: Scope): Promise<void> {
  const { baseUrl, model } = await getSetting(scope, 'languageModel');
  const apiKey = await findSecret(scope, 'languageModel.apiKey');
  try {
    await testConnection({ baseUrl, model, apiKey });
  } catch (error) {
    if (!(error instanceof LlmError)) throw error;
    throw new ExpectedError('unavailable', `${error.message} ${adviceFor(error.problem)}`);
  }
}
