import type { Metadata } from 'next';
import type { ComponentProps } from 'react';
import { z } from 'zod';
import { FormatSummary } from '@/components/imports/format-summary';
import { ImportButton } from '@/components/imports/import-button';
import { ImportReport } from '@/components/imports/import-report';
import { MappingEditor } from '@/components/imports/mapping-editor';
import { SameFileNote } from '@/components/imports/same-file-note';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Stepper } from '@/components/ui/stepper';
import { currencyOptions } from '@/components/workspaces/currency-options';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { can, holdersOf } from '@/lib/auth/permissions';
import type { Membership } from '@/lib/auth/session';
import { formatBytes } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { channelNames, channels } from '@/lib/feedback/schema';
import { definePage } from '@/lib/http/define-page';
import { countAccounts } from '@/lib/impact/find-account-page';
import { countKeptDays } from '@/lib/ingest/count-kept-days';
import { headerKey } from '@/lib/ingest/csv/header-key';
import { findSourceChoice } from '@/lib/ingest/ensure-source';
import { findErrorGroups, findImportErrors } from '@/lib/ingest/find-import-errors';
import { findImportRepeats } from '@/lib/ingest/find-import-repeats';
import { countScoresOnly, getImportState, type ImportState } from '@/lib/ingest/find-import-state';
import { getImport, type ImportDetails } from '@/lib/ingest/find-imports';
import { findSameFile } from '@/lib/ingest/find-same-file';
import { UPLOAD_KEPT_DAYS } from '@/lib/ingest/forget-upload';
import { busyStatuses, importProfileSchema } from '@/lib/ingest/schema';
import { countAnswers } from '@/lib/responses/find-responses';
import { type Metric, metrics } from '@/lib/responses/schema';
import { cancel, changeFormat, remove, resume, start, undo } from '../actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Import' };

const rowIndex = z.coerce.number().int().min(0).optional().catch(undefined);

export default definePage({
  permission: 'workspace.read',
  params: z.object({ importId: z.uuid() }),
  query: z.object({
    /** The rows that the pages before ended with, of those left out and those unchanged. */
    after: rowIndex,
    unchangedAfter: rowIndex,
    /** The row of an error: only those of its reason are listed. */
    like: rowIndex,
  }),
  find: async ({ scope }, { params: { importId } }) => {
    // First of all that is read: a page whose state has settled asks no more, so nothing on it may be older than that.
    const state = await getImportState(scope, importId);
    return { state, details: await getImport(scope, importId) };
  },
  loading: <PageShape />,
  async render(context, { query }, { state, details }) {
    return details.status === 'uploaded'
      ? renderMapping(context, details)
      : renderReport(context, { details, state }, query);
  },
});

async function renderMapping({ scope, role, workspace }: Membership, details: ImportDetails) {
  const { slug } = workspace;
  const profile = importProfileSchema.parse(details.profile);
  const mayManage = can(role, 'imports.manage');
  const { target, fileName } = details;
  const sources = await findSourceChoice(scope, { target, fileName, headerKey: headerKey(profile.header) });
  const same = await findSameFile(scope, details.id);
  return (
    <>
      <PageHeader
        title={details.fileName}
        description={`${formatBytes(details.fileBytes)}. Nothing is imported yet; a file that waits for ${UPLOAD_KEPT_DAYS} days is removed.`}
        breadcrumb={[{ label: 'Imports', href: `/w/${slug}/imports` }]}
        actions={
          mayManage && (
            <ImportButton action={remove.bind(null, slug)} importId={details.id} variant="quiet">
              Discard this file
            </ImportButton>
          )
        }
      />
      <Stepper label="Steps of an import" steps={['File', 'Columns', 'Import']} current={1} />
      {same && <SameFileNote workspaceSlug={slug} same={same} />}
      {mayManage ? (
        <>
          <Section title="File format">
            <FormatSummary
              importId={details.id}
              profile={profile}
              changeFormat={changeFormat.bind(null, slug)}
            />
          </Section>
          <MappingEditor
            key={`${profile.encoding.encoding} ${profile.header.join()}`}
            importId={details.id}
            target={details.target}
            profile={profile}
            lists={{
              currencies: currencyOptions(),
              channels: channels.map((channel) => ({ channel, name: channelNames[channel] })),
              timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
            }}
            sources={sources}
            start={start.bind(null, slug)}
          />
        </>
      ) : (
        <FormMessage tone="neutral">
          {`This file is waiting for someone to map its columns. Those who can: ${holdersOf('imports.manage')}.`}
        </FormMessage>
      )}
    </>
  );
}

async function renderReport(
  { scope, role, workspace }: Membership,
  { details, state }: { details: ImportDetails; state: ImportState },
  { after, unchangedAfter, like }: { after?: number; unchangedAfter?: number; like?: number },
) {
  const { slug } = workspace;
  const { id } = details;
  const groups = await findErrorGroups(scope, id);
  const group = groups.find(({ firstRow }) => firstRow === like) ?? null;
  const [outcome, repeats, keptDays, errors] = await Promise.all([
    isBusy(details) ? NOTHING_YET : countOutcome(scope, details),
    findImportRepeats(scope, id, { after: unchangedAfter }),
    isBusy(details) ? null : countKeptDays(scope, id),
    findImportErrors(scope, id, { after, like: group?.firstRow ?? null }),
  ]);
  return (
    <ImportReport
      details={details}
      state={state}
      workspaceSlug={slug}
      {...outcome}
      repeats={repeats}
      keptDays={keptDays}
      groups={groups}
      group={group}
      errors={errors}
      isFirstPage={{ errors: after === undefined, repeats: unchangedAfter === undefined }}
      now={new Date()}
      actions={
        can(role, 'imports.manage')
          ? { cancel: cancel.bind(null, slug), resume: resume.bind(null, slug), undo: undo.bind(null, slug) }
          : null
      }
    />
  );
}

/** What an import brought, as the lists of it count. */
type Outcome = Pick<ComponentProps<typeof ImportReport>, 'comments' | 'scoresOnly' | 'wordless' | 'accounts'>;
const NOTHING_YET: Outcome = { comments: 0, scoresOnly: 0, wordless: [], accounts: 0 };

/** Rows come or go, so what came of it is not shown; counting a million of them would only slow that. */
const isBusy = ({ status, failure }: ImportDetails) => busyStatuses.includes(status) && failure === null;

async function countOutcome(scope: Scope, { id, target }: ImportDetails): Promise<Outcome> {
  const [comments, scoresOnly, wordless, accounts] = await Promise.all([
    countFeedback(scope, { import: id }),
    countScoresOnly(scope, id),
    countWordless(scope, id),
    target === 'accounts' ? countAccounts(scope, { import: id }, new Date()) : 0,
  ]);
  return { comments, scoresOnly, wordless, accounts };
}

/** The answers of an import that came without a word, metric by metric. */
async function countWordless(scope: Scope, importId: string): Promise<{ metric: Metric; count: number }[]> {
  const counts = await Promise.all(
    metrics.map(async (metric) => ({
      metric,
      count: await countAnswers(scope, { metric, import: importId, wordless: '1' }),
    })),
  );
  return counts.filter(({ count }) => count > 0);
}
