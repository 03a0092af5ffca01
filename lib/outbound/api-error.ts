/** Why another system did not do what it was asked. The message may be shown. */
export class ApiError extends Error {
  constructor(
    /** `busy` passes by itself; `refused` takes a person. */
    readonly kind: 'busy' | 'refused',
    message: string,
    /** How long it wants to be left alone; null where it does not say. */
    readonly retryAfterSeconds: number | null = null,
    /** What it answered; null where it did not. */
    readonly status: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}
