import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/section';
import { describeRole } from '@/components/workspaces/describe-role';
import { PasswordForm } from '@/components/workspaces/password-form';
import { roleNames } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { savePassword } from './actions';

export const metadata: Metadata = { title: 'Profile' };

export default definePage({
  permission: 'account.own',
  async render({ user, role, workspace: { slug } }) {
    return (
      <>
        <Section title="Profile">
          <Card className="max-w-2xl">
            <DefinitionList
              items={[
                { term: 'Name', description: user.name },
                { term: 'E-mail address', description: user.email },
                { term: 'Role', description: `${roleNames[role]}. ${describeRole(role)}` },
              ]}
            />
          </Card>
        </Section>
        <Section title="Password" description="Changing it signs you out everywhere else.">
          <Card className="max-w-2xl">
            <PasswordForm action={savePassword.bind(null, slug)} email={user.email} />
          </Card>
        </Section>
      </>
    );
  },
});
