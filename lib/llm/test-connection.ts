import { z } from 'zod';
import { askForJson, type LlmSettings } from '@/lib/llm/ask-for-json';

const INSTRUCTIONS = 'Answer with this JSON object and nothing else: {"ready": true}';
const TIMEOUT_MS = 20_000;

/**
 * Asks the model for one fixed word, to show that address, model and key are right. Nothing of a workspace is sent.
 * @throws LlmError saying what is wrong.
 */
export async function testConnection(settings: LlmSettings): Promise<void> {
  await askForJson(settings, {
    instructions: INSTRUCTIONS,
    data: { question: 'Are you ready?' },
    answer: z.object({ ready: z.literal(true) }),
    maxAnswerTokens: 500,
    timeoutMs: TIMEOUT_MS,
  });
}
