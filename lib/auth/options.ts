import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { authenticate, type SignedInUser } from '@/lib/auth/authenticate';
import { networkAddress } from '@/lib/auth/network-address';
import type { SignInProblem } from '@/lib/auth/sign-in-problems';
import { env } from '@/lib/core/env';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().min(1).max(200),
});

declare module 'next-auth' {
  interface User {
    sessionVersion: number;
  }
  interface Session {
    userId: string;
    sessionVersion: number;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId: string;
    sessionVersion: number;
  }
}

/** Sign-in by e-mail and password; the session is a signed cookie that says who, and under which version. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 14 * 24 * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const parsed = credentialsSchema.safeParse(credentials);
          if (!parsed.success) return null;
          return authenticateOrName(parsed.data, networkAddress(request.headers?.['x-forwarded-for']));
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) {
          token.userId = user.id;
          token.sessionVersion = user.sessionVersion;
        }
        return token;
      },
      session({ session, token }) {
        return { ...session, userId: token.userId, sessionVersion: token.sessionVersion };
      },
    },
  };
}

/** The library hands the message of an error to the browser, so it gets the name of a problem and nothing else. */
async function authenticateOrName(
  { email, password }: z.infer<typeof credentialsSchema>,
  address: string | null,
): Promise<SignedInUser | null> {
  try {
    return await authenticate(email, password, address);
  } catch (error) {
    const isLimit = error instanceof ExpectedError && error.kind === 'too_many';
    if (!isLimit) {
      log().error({ error: error instanceof Error ? error.stack : String(error) }, 'sign-in failed');
    }
    const problem: SignInProblem = isLimit ? 'too_many' : 'unavailable';
    throw new Error(problem);
  }
}
