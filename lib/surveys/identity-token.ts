import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const identitySchema = z
  .object({
    /** The customer's own key for the person. */
    contact: z.string().min(1).max(500).optional(),
    email: z.email().max(320).toLowerCase().optional(),
    name: z.string().max(200).optional(),
    /** The customer's own key for the account they act for. */
    account: z.string().min(1).max(500).optional(),
    accountName: z.string().max(500).optional(),
    /** Seconds since 1970 from which on the token counts no more. */
    exp: z.number().int().optional(),
  })
  .refine(({ contact, email }) => contact || email, 'Names neither contact nor email.');

export type Identity = z.infer<typeof identitySchema>;

/**
 * Who somebody is, signed: `BODY.SIGNATURE`, both base64url; BODY is JSON and SIGNATURE its HMAC with SHA-256 under the
 * workspace's secret. The customer's server makes the same in three lines of any language.
 */
export function signIdentity(secret: string, identity: Identity): string {
  const body = Buffer.from(JSON.stringify(identity)).toString('base64url');
  return `${body}.${signatureOf(secret, body)}`;
}

/** Why a token names nobody, for whoever builds the page that gives it. */
export const tokenProblems = {
  no_secret: 'This workspace has no secret yet that a token could be signed with.',
  not_signed: 'The token of identify is not signed with this workspace’s secret.',
  no_identity:
    'The token of identify is signed, but names neither contact nor email, or names something wrongly.',
  expired: 'The token of identify has expired.',
} as const;

/** The identity of a token, or null where it is not signed with this secret, has expired or says nothing. */
export function readIdentity(secret: string, token: string, now: Date = new Date()): Identity | null {
  const read = judgeToken(secret, token, now);
  return typeof read === 'string' ? null : read;
}

/** The identity of a token, or why it has none. */
export function judgeToken(
  secret: string | null,
  token: string,
  now: Date = new Date(),
): Identity | keyof typeof tokenProblems {
  if (secret === null) return 'no_secret';
  const [body = '', signature = ''] = token.split('.');
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(secret, body))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'not_signed';
  const result = identitySchema.safeParse(parseJson(Buffer.from(body, 'base64url').toString()));
  if (!result.success) return 'no_identity';
  const { exp } = result.data;
  return exp !== undefined && exp * 1000 <= now.getTime() ? 'expired' : result.data;
}

function signatureOf(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
