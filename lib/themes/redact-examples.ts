import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';

/** Examples as they may be kept: they are words of customers, copied by people from somewhere. */
export async function redactExamples(scope: Scope, examples: string[]): Promise<string[]> {
  if (examples.length === 0) return examples;
  const redactor = await openRedactor(scope, { texts: examples, contactIds: [] });
  return examples.map((example) => redactor.redact(example).text);
}
