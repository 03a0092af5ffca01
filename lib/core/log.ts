import { type Logger, pino } from 'pino';
import { env } from '@/lib/core/env';

let root: Logger | undefined;

/**
 * The structured log. Rows carry ids and counts, never what customers said; fields that would hold a secret or a
 * person are cut here as a last line of defence.
 */
export function log(): Logger {
  root ??= pino({
    level: env().LOG_LEVEL,
    base: { process: process.argv[1]?.includes('worker') ? 'worker' : 'web' },
    redact: {
      paths: [
        'password',
        'token',
        'secret',
        'text',
        'email',
        'authorization',
        '*.password',
        '*.token',
        '*.secret',
        '*.text',
        '*.email',
      ],
      censor: '[cut]',
    },
  });
  return root;
}
