import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthShell } from '@/components/shell/auth-shell';
import { currencyOptions } from '@/components/workspaces/currency-options';
import { FirstRunForm } from '@/components/workspaces/first-run-form';
import { defineOpenPage } from '@/lib/http/define-open-page';
import { isFirstRun } from '@/lib/workspaces/create-first-workspace';
import { runFirstTime } from '../actions';

export const metadata: Metadata = { title: 'Welcome' };

export default defineOpenPage({
  async render() {
    if (!(await isFirstRun())) redirect('/');
    return (
      <AuthShell
        title="Welcome"
        description="Nobody has an account here yet. Make the first one: it owns this installation and can invite others."
      >
        <FirstRunForm action={runFirstTime} currencies={currencyOptions()} />
      </AuthShell>
    );
  },
});
