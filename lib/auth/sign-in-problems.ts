/** Why a sign-in failed for a reason other than a wrong pair; what the server says to the sign-in form. */
export const signInProblems = ['too_many', 'unavailable'] as const;
export type SignInProblem = (typeof signInProblems)[number];

/** The words for the error code a sign-in came back with. */
export function describeSignInProblem(code: string | null | undefined): string {
  if (code === ('too_many' satisfies SignInProblem)) {
    return 'Too many attempts for this e-mail address. Wait 15 minutes, then try again.';
  }
  if (code === 'CredentialsSignin')
    return 'E-mail address and password do not match. Check both and try again.';
  return 'Signing in did not work just now. Try again; if it stays so, whoever runs this installation finds the reason in its log.';
}
