import { redirect } from 'next/navigation';
import { findWorkspaces } from '@/lib/auth/session';
import { defineOpenPage } from '@/lib/http/define-open-page';
import { isFirstRun } from '@/lib/workspaces/create-first-workspace';

export default defineOpenPage({
  async render(user) {
    if (!user) redirect((await isFirstRun()) ? '/welcome' : '/sign-in');
    const [first, ...others] = await findWorkspaces(user.id);
    redirect(first && others.length === 0 ? `/w/${first.slug}` : '/workspaces');
  },
});
