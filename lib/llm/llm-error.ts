/** Why a language model gave no answer that can be used. Never the same as "has nothing to say". */
export const llmProblems = [
  'not_configured',
  'unreachable',
  'refused',
  'busy',
  'timed_out',
  'unreadable',
] as const;
export type LlmProblem = (typeof llmProblems)[number];

const ADVICE: Record<LlmProblem, string> = {
  not_configured: 'Check the address and the model under Settings, Language model.',
  unreachable: 'Check that the server runs and that the address under Settings, Language model is right.',
  refused: 'Check the address, the model and the key under Settings, Language model.',
  busy: 'Try again in a few minutes.',
  timed_out: 'Try again, or choose a faster model under Settings, Language model.',
  unreadable: 'Try again, or choose a model that answers in JSON and quotes letter by letter.',
};

/** What a person can do about a problem. */
export function adviceFor(problem: LlmProblem): string {
  return ADVICE[problem];
}

/**
 * A request to a language model that failed. The message is ours and may be shown: it never repeats what the server
 * sent, which could be a page of an inner network or a customer's text.
 */
export class LlmError extends Error {
  constructor(
    readonly problem: LlmProblem,
    message: string,
  ) {
    super(message);
    this.name = 'LlmError';
  }
}
