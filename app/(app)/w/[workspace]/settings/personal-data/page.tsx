import type { Metadata } from 'next';
import { FindPerson } from '@/components/contacts/find-person';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { RedactionForm } from '@/components/workspaces/redaction-form';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { getSetting } from '@/lib/settings/queries';
import { findPerson, saveRedactionSettings } from './actions';

export const metadata: Metadata = { title: 'Personal data' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    return (
      <>
        <Section
          title="Personal data"
          description="Taken out of every text before it is stored, searched or sent anywhere: e-mail addresses, phone, card, account and national id numbers, IP addresses, postal addresses and people’s names. Names and postal addresses are best effort: some are missed. Changes hold for texts that come from now on."
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          <Card className="max-w-2xl">
            <RedactionForm
              action={saveRedactionSettings.bind(null, slug)}
              {...(await getSetting(scope, 'redaction'))}
              disabled={!can(role, 'settings.edit')}
            />
          </Card>
        </Section>
        {can(role, 'people.erase') && (
          <Section
            title="Requests of people"
            description="Somebody asks what you hold about them, or to be erased: find them, then hand it out or erase it at the foot of their page."
          >
            <Card className="max-w-2xl">
              <FindPerson action={findPerson.bind(null, slug)} workspaceSlug={slug} />
            </Card>
          </Section>
        )}
      </>
    );
  },
});
