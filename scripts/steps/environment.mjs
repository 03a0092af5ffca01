import { dataDirectory, inData } from './paths.mjs';

/** What belongs to the start alone: the owner's rights on the database go to no other process. */
const NOT_FOR_CHILDREN = ['DATABASE_OWNER_URL', 'TEST_DATABASE_URL', 'VERBATIM_DATA'];

/**
 * The environment of web, worker and sample data. What the person has set wins, except for the database:
 * they named its owner, the product gets the ordinary role.
 *
 * @param {{ applicationUrl: string, address: string, dev: boolean, secrets: import('./secrets.mjs').Secrets }} facts
 * @returns {NodeJS.ProcessEnv}
 */
export function productEnvironment({ applicationUrl, address, dev, secrets }) {
  const { env } = process;
  const inherited = Object.entries(env).filter(([name]) => !NOT_FOR_CHILDREN.includes(name));
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: applicationUrl,
    NEXTAUTH_URL: env.NEXTAUTH_URL || address,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || secrets.authSecret,
    SETTINGS_KEY: env.SETTINGS_KEY || secrets.settingsKey,
    DATA_DIR: env.DATA_DIR || dataDirectory,
    SIGN_INS_FILE: env.SIGN_INS_FILE || inData('sign-ins.txt'),
  };
}
