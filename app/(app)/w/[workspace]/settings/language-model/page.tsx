import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ConnectionTest } from '@/components/workspaces/connection-test';
import { LanguageModelForm } from '@/components/workspaces/language-model-form';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { getSetting, isSecretSet } from '@/lib/settings/queries';
import { saveLanguageModel, testConnection } from './actions';

export const metadata: Metadata = { title: 'Language model' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    const [languageModel, hasKey] = await Promise.all([
      getSetting(scope, 'languageModel'),
      isSecretSet(scope, 'languageModel.apiKey'),
    ]);
    return (
      <Section
        title="Language model"
        description="Optional, for summaries of themes in words. Sentiment, themes and the ranking never use it. What is sent is redacted text: personal data is taken out when feedback is stored. Every quote in a summary is checked against the feedback, letter by letter."
      >
        <ReadOnlyNote role={role} permission="settings.edit" />
        <Card className="max-w-2xl">
          <LanguageModelForm
            action={saveLanguageModel.bind(null, slug)}
            {...languageModel}
            hasKey={hasKey}
            disabled={!can(role, 'settings.edit')}
          />
        </Card>
        {can(role, 'settings.edit') && languageModel.baseUrl && languageModel.model && (
          <Card className="max-w-2xl">
            <ConnectionTest action={testConnection.bind(null, slug)} />
          </Card>
        )}
      </Section>
    );
  },
});
