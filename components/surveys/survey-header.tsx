import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import type { SurveyDetail } from '@/lib/surveys/get-survey';
import { SurveyStateBadge } from './survey-state-badge';

export type SurveyTab = 'results' | 'responses' | 'edit' | 'languages' | 'delivery' | 'look' | 'versions';

type Props = {
  home: string;
  survey: Pick<SurveyDetail, 'id' | 'name' | 'state' | 'publicKey'>;
  tab: SurveyTab;
  mayEdit: boolean;
  actions?: ReactNode;
};

/** The head of a survey's screens. One that was asked elsewhere has no questions to edit. */
export function SurveyHeader({ home, survey, tab, mayEdit, actions }: Props) {
  const base = `${home}/surveys/${survey.id}`;
  const isOurs = survey.publicKey !== null;
  const tabs: { tab: SurveyTab; label: string; href: string }[] = [
    { tab: 'results', label: 'Results', href: base },
    { tab: 'responses', label: 'Responses', href: `${base}/responses` },
    ...(isOurs && mayEdit
      ? ([
          { tab: 'edit', label: 'Questions', href: `${base}/edit` },
          { tab: 'languages', label: 'Languages', href: `${base}/languages` },
          { tab: 'delivery', label: 'Where and whom', href: `${base}/delivery` },
          { tab: 'look', label: 'Look', href: `${base}/look` },
        ] as const)
      : []),
    ...(isOurs ? ([{ tab: 'versions', label: 'Versions', href: `${base}/versions` }] as const) : []),
  ];
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: 'Surveys', href: `${home}/surveys` }]}
        title={survey.name}
        description={<SurveyStateBadge state={isOurs ? survey.state : 'imported'} />}
        actions={actions}
      />
      <Tabs
        label="Survey"
        tabs={tabs.map(({ label, href, ...each }) => ({ label, href, active: each.tab === tab }))}
      />
    </>
  );
}
