/** Why a request did not get an answer. An answer that says no is an answer. */
export type OutboundProblem =
  | 'invalid_address'
  | 'forbidden_address'
  | 'unreachable'
  | 'timed_out'
  | 'too_large'
  | 'redirected';

/** A request out of the house that got no answer. The message is ours and may be shown; it repeats nothing from outside. */
export class OutboundError extends Error {
  constructor(
    readonly problem: OutboundProblem,
    message: string,
  ) {
    super(message);
    this.name = 'OutboundError';
  }

  /** Whether the same request may fare better later. */
  get isPassing(): boolean {
    return this.problem === 'unreachable' || this.problem === 'timed_out';
  }
}
