import { signIn } from 'next-auth/react';
import { describeSignInProblem } from '@/lib/auth/sign-in-problems';

/** Signs in, in the browser. Returns null when it worked, or what went wrong in words. */
export async function signInWith(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn('credentials', { redirect: false, email, password });
    return result?.ok && !result.error ? null : describeSignInProblem(result?.error);
  } catch {
    return 'The server did not answer. Check your connection and try again.';
  }
}

/** Text of a form's field; a missing field or a file is the empty text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
