/** What kind of thing went wrong; decides the HTTP status and the words on a screen. */
export type ErrorKind =
  | 'malformed'
  | 'not_found'
  | 'wrong_method'
  | 'denied'
  | 'signed_out'
  | 'invalid'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'too_slow'
  | 'unavailable';

const STATUS: Record<ErrorKind, number> = {
  malformed: 400,
  not_found: 404,
  wrong_method: 405,
  denied: 403,
  signed_out: 401,
  invalid: 422,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  too_slow: 503,
  unavailable: 503,
};

/**
 * An error that a person may read: the message says what, where and how to mend it. Every other error becomes opaque,
 * with an id that the log has.
 */
export class ExpectedError extends Error {
  constructor(
    readonly kind: ErrorKind,
    message: string,
  ) {
    super(message);
    this.name = 'ExpectedError';
  }

  get status(): number {
    return STATUS[this.kind];
  }
}

export const notFound = (what: string) => new ExpectedError('not_found', `There is no such ${what} here.`);
export const invalid = (message: string) => new ExpectedError('invalid', message);
export const conflict = (message: string) => new ExpectedError('conflict', message);
