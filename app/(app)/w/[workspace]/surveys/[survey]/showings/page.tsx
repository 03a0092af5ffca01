import { Eye } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { UnreadableFilters } from '@/components/feedback/unreadable-filters';
import { channelNames } from '@/components/surveys/channel-names';
import { SurveyHeader } from '@/components/surveys/survey-header';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetSteps } from '@/components/ui/keyset-steps';
import { type Column, Table } from '@/components/ui/table';
import { can } from '@/lib/auth/permissions';
import { formatCount, formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { addressSchema, sayTrait } from '@/lib/responses/address';
import { parseCursor } from '@/lib/responses/keyset-page';
import { countShowings, findShowings, type ShowingRow } from '@/lib/surveys/find-showings';
import { getSurvey } from '@/lib/surveys/get-survey';
import { parseSelection } from '@/lib/surveys/response-selection';
import PageShape from '../../skeleton';

export const metadata: Metadata = { title: 'Showings' };

const OUTCOMES: Record<ShowingRow['outcome'], string> = {
  completed: 'Completed',
  begun: 'Begun',
  none: 'Nothing',
};
export default definePage({
  permission: 'workspace.read',
  params: z.object({ survey: z.uuid() }),
  query: addressSchema,
  find: ({ scope }, { params }) => getSurvey(scope, params.survey),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }, survey) {
    const home = `/w/${slug}`;
    const here = `${home}/surveys/${survey.id}/showings`;
    const header = (
      <SurveyHeader home={home} survey={survey} tab="results" mayEdit={can(role, 'surveys.edit')} />
    );
    const { selection, unreadable } = parseSelection(query);
    if (unreadable.length > 0) {
      return (
        <>
          {header}
          <UnreadableFilters fields={unreadable} query={query} clearHref={here} />
        </>
      );
    }
    const { from, to, plan, segment, trait, channel, without, each } = selection;
    const filter = {
      ...{ ...(from && { from }), ...(to && { to }) },
      ...{ ...(plan && { plan }), ...(segment && { segment }) },
      ...{
        ...(trait && { trait }),
        ...(channel && { channel }),
        ...(without && { without }),
        ...(each && { each }),
      },
    };
    const [count, page] = await Promise.all([
      countShowings(scope, survey.id, filter),
      findShowings(scope, survey.id, filter, parseCursor([query.at].flat()[0])),
    ]);
    return (
      <>
        {header}
        <p className="text-ink-mute">
          {formatCount(count, 'showing')}
          {from && ` from ${from}`}
          {to && ` to ${to}`}
          {plan && `, plan ${plan}`}
          {segment && `, segment ${segment}`}
          {trait && `, ${sayTrait(trait)}`}
          {channel && `, ${channelNames[channel]}`}
          {without && `, ${without.replace(/^field:@?/, '')} not known`}
          {each && ', of each person the latest'}, newest first.
        </p>
        <Card flush>
          <Table
            caption="Showings, newest first"
            hideCaption
            columns={columns}
            rows={page.rows}
            rowKey={({ id }) => id}
            onPhone="cards"
            empty={<EmptyState icon={Eye} title="It was not shown in these days" />}
          />
        </Card>
        <KeysetSteps page={page} total={count} listHref={`${here}?${new URLSearchParams(filter)}`} />
      </>
    );
  },
});

const columns: Column<ShowingRow>[] = [
  { key: 'date', header: 'Shown', cell: ({ shownAt }) => formatDate(shownAt) },
  { key: 'channel', header: 'Where', cell: ({ channel }) => channelNames[channel] ?? channel },
  { key: 'who', header: 'Who', cell: ({ contactName }) => contactName ?? 'Not known' },
  { key: 'outcome', header: 'What came of it', cell: ({ outcome }) => OUTCOMES[outcome] },
];
