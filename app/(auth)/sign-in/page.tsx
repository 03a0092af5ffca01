import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { AuthShell } from '@/components/shell/auth-shell';
import { SignInForm } from '@/components/workspaces/sign-in-form';
import { parseNextPath } from '@/lib/auth/next-path';
import { defineOpenPage } from '@/lib/http/define-open-page';
import { isFirstRun } from '@/lib/workspaces/create-first-workspace';

export const metadata: Metadata = { title: 'Sign in' };

export default defineOpenPage({
  query: z.object({ next: z.string().optional().catch(undefined) }),
  async render(user, { query }) {
    const nextPath = parseNextPath(query.next);
    if (user) redirect(nextPath);
    if (await isFirstRun()) redirect('/welcome');
    return (
      <AuthShell
        title="Sign in"
        footer="No account? Ask an administrator of your workspace for an invitation."
      >
        <SignInForm nextPath={nextPath} />
      </AuthShell>
    );
  },
});
