import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** The application role's address: bound by row-level security. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /**
   * Seconds after which the database gives up one statement; 0: never. The start sets it for the web server, where somebody waits;
   * jobs, imports and migrations take their time.
   */
  STATEMENT_SECONDS: z.coerce.number().min(0).max(3600).default(0),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url().default('http://127.0.0.1:3000'),
  /** 32 bytes in base64; encrypts the secrets among a workspace's settings. */
  SETTINGS_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64'),
  /** Where uploaded files wait for their import. */
  DATA_DIR: z.string().default('.data'),
  /** Where the sample's sign-ins are written, for the owner of the machine alone. */
  SIGN_INS_FILE: z.string().default('.data/sign-ins.txt'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /**
   * Hosts that requests to other systems may go to although they are on a private network or speak plain http, with commas
   * between them: "jira.internal, 10.0.0.5:8080".
   */
  OUTBOUND_HOSTS: z
    .string()
    .default('')
    .transform((hosts) =>
      hosts
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  /** Where the worker takes mail by SMTP; 0: nowhere. */
  SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** The network address that it takes mail at. */
  SMTP_HOST: z.string().min(1).default('127.0.0.1'),
  /** What stands behind the @ of our addresses; unless set, the host of NEXTAUTH_URL. */
  SMTP_DOMAIN: z
    .string()
    .regex(/^[a-z\d.-]*$/i, 'a domain such as voc.example.com')
    .default(''),
  /** Set to 1 behind a reverse proxy that writes X-Forwarded-For. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
});

export interface Env extends Omit<z.infer<typeof schema>, 'TRUST_PROXY'> {
  trustProxy: boolean;
}

let parsed: Env | undefined;

/**
 * The environment, parsed once at first use (a build needs none of it).
 * @throws Error naming each variable that is missing or wrong.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(
      `The environment is not fit to run. ${problems.join('; ')}. \`npm start\` sets all of it.`,
    );
  }
  const { TRUST_PROXY, ...rest } = result.data;
  parsed = { ...rest, DATA_DIR: path.resolve(rest.DATA_DIR), trustProxy: TRUST_PROXY === '1' };
  return parsed;
}

/** Has the environment read anew at next use; for tests, whose files share a process but not a database. */
export function forgetEnv(): void {
  parsed = undefined;
}
