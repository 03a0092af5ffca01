import type { Metadata } from 'next';
import { kindWords } from '@/components/alerts/alert-words';
import { RuleForm } from '@/components/alerts/rule-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { alertsHref } from '@/lib/alerts/alert-filter';
import { findRules } from '@/lib/alerts/find-rules';
import { type AlertKind, alertKinds } from '@/lib/alerts/schema';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { save } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Alert rules' };

const descriptions: Record<AlertKind, string> = {
  theme_surge:
    'More statements tell a problem of a theme than its past explains. Comments without any theme are watched in the same way.',
  new_theme: 'Problems of a theme that nobody told for a while, or never before.',
  score_change: 'NPS, CSAT or CES differs from the days before by more than chance explains.',
};

export default definePage({
  permission: 'workspace.read',
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }) {
    const rules = await findRules(scope);
    return (
      <>
        <PageHeader
          title="Alert rules"
          breadcrumb={[{ label: 'Alerts', href: alertsHref(slug, {}) }]}
          description="When an alert is raised. A change holds for the days judged from then on. Rows of a file without dates, for which one day was given for all, are left out: that day says nothing of when they were told."
        />
        <ReadOnlyNote role={role} permission="alerts.edit" />
        {alertKinds.map((kind) => (
          <Section key={kind} title={kindWords[kind]} description={descriptions[kind]}>
            <Card className="max-w-3xl">
              <RuleForm
                action={save.bind(null, slug)}
                kind={kind}
                isEnabled={rules[kind].isEnabled}
                parameters={rules[kind].parameters}
                disabled={!can(role, 'alerts.edit')}
              />
            </Card>
          </Section>
        ))}
      </>
    );
  },
});
