import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { GithubForm } from '@/components/trackers/github-form';
import { JiraForm } from '@/components/trackers/jira-form';
import { LinearForm } from '@/components/trackers/linear-form';
import { TrackerTest } from '@/components/trackers/tracker-test';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { can } from '@/lib/auth/permissions';
import { findOpenTrackers } from '@/lib/exports/trackers/open-tracker';
import { definePage } from '@/lib/http/define-page';
import { getSetting, isSecretSet } from '@/lib/settings/queries';
import { type TrackerName, trackerNames, trackers } from '@/lib/settings/schema';
import { saveGithub, saveJira, saveLinear, test } from './actions';

export const metadata: Metadata = { title: 'Trackers' };

const DESCRIPTIONS: Record<TrackerName, string> = {
  jira: 'Jira Cloud. The token is an API token of the person whose address you enter.',
  linear: 'The token is a personal API key.',
  github: 'github.com or GitHub Enterprise. The token may read and write issues of the repository.',
};

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, workspace: { slug } }) {
    const disabled = !can(role, 'settings.edit');
    const [jira, linear, github, open] = await Promise.all([
      getSetting(scope, 'jira'),
      getSetting(scope, 'linear'),
      getSetting(scope, 'github'),
      findOpenTrackers(scope),
    ]);
    const [hasJira, hasLinear, hasGithub] = await Promise.all(
      trackers.map((name) => isSecretSet(scope, `${name}.token`)),
    );
    const forms: Record<TrackerName, ReactNode> = {
      jira: (
        <JiraForm
          action={saveJira.bind(null, slug)}
          settings={jira}
          hasToken={hasJira ?? false}
          disabled={disabled}
        />
      ),
      linear: (
        <LinearForm
          action={saveLinear.bind(null, slug)}
          settings={linear}
          hasToken={hasLinear ?? false}
          disabled={disabled}
        />
      ),
      github: (
        <GithubForm
          action={saveGithub.bind(null, slug)}
          settings={github}
          hasToken={hasGithub ?? false}
          disabled={disabled}
        />
      ),
    };
    return (
      <>
        <p className="max-w-prose text-ink-mute">
          Where issues become tickets. A ticket holds the issue&rsquo;s title, its figures, up to five
          redacted quotes and a link back; no customer is named in it. Nothing is sent until somebody makes a
          ticket.
        </p>
        <ReadOnlyNote role={role} permission="settings.edit" />
        {trackers.map((name) => (
          <Section key={name} id={name} title={trackerNames[name]} description={DESCRIPTIONS[name]}>
            <Card className="max-w-2xl">{forms[name]}</Card>
            {!disabled && open.includes(name) && (
              <Card className="max-w-2xl">
                <TrackerTest action={test.bind(null, slug)} tracker={name} />
              </Card>
            )}
          </Section>
        ))}
      </>
    );
  },
});
