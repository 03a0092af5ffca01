import type { Metadata } from 'next';
import { z } from 'zod';
import { languageName } from '@/components/feedback/language-name';
import { AgreementTable } from '@/components/quality/agreement-table';
import { ConfusionTable } from '@/components/quality/confusion-table';
import { drawnHref } from '@/components/quality/drawn-href';
import { NoSample } from '@/components/quality/no-sample';
import { QualityNote } from '@/components/quality/quality-note';
import { QualityStats } from '@/components/quality/quality-stats';
import { ReliabilityChart } from '@/components/quality/reliability-chart';
import { SampleFacts } from '@/components/quality/sample-facts';
import { SampleForm } from '@/components/quality/sample-form';
import { SampleTable } from '@/components/quality/sample-table';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { PageHeader } from '@/components/ui/page-header';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import { definePage } from '@/lib/http/define-page';
import { computeQuality } from '@/lib/quality/compute-quality';
import { findJudged } from '@/lib/quality/find-judged';
import { findSamples } from '@/lib/quality/find-samples';
import { type JudgedFilter, judgedHref, UNKNOWN_LANGUAGE } from '@/lib/quality/judged-filter';
import { draw } from './actions';
import PageShape from './skeleton';

export const metadata: Metadata = { title: 'Quality' };

const SAMPLES_PER_PAGE = 20;
const DESCRIPTION = 'How well the text engine reads the sentiment of your feedback, measured against people.';

export default definePage({
  permission: 'workspace.read',
  query: z.object({
    sample: z.uuid().optional(),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  find: async ({ scope }, { query }) => {
    const samples = await findSamples(scope);
    const sample = query.sample ? samples.find(({ id }) => id === query.sample) : samples[0];
    if (query.sample && !sample) throw notFound('sample');
    return { samples, sample };
  },
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }, { samples, sample }) {
    const mayLabel = can(role, 'quality.label');
    if (!sample) {
      return (
        <>
          <PageHeader title="Quality" description={DESCRIPTION} />
          <Card>
            <NoSample draw={mayLabel ? draw.bind(null, slug) : null} />
          </Card>
        </>
      );
    }
    const shown = samples.slice((query.page - 1) * SAMPLES_PER_PAGE, query.page * SAMPLES_PER_PAGE);
    const quality = computeQuality(await findJudged(scope, sample.id));
    const hrefOf = (filter: JudgedFilter) => judgedHref(slug, sample.id, filter);
    return (
      <>
        <PageHeader
          title="Quality"
          description={DESCRIPTION}
          actions={
            mayLabel && (
              <ButtonLink variant="primary" href={`/w/${slug}/quality/label?sample=${sample.id}`}>
                Label this sample
              </ButtonLink>
            )
          }
        />
        {quality.overall.n === 0 && (
          <FormMessage tone="accent" title="No figures yet">
            They appear as soon as somebody has labelled statements of this sample.
          </FormMessage>
        )}
        <QualityStats quality={quality} hrefOf={hrefOf} />
        <SampleFacts
          workspaceSlug={slug}
          sample={sample}
          quality={quality}
          hrefOf={hrefOf}
          drawnHref={drawnHref(slug, sample.id)}
        />
        {quality.overall.n > 0 && (
          <>
            <Section
              title="What is taken for what"
              description="Statements by what people say and what the engine says."
            >
              <ConfusionTable confusion={quality.confusion} hrefOf={hrefOf} />
            </Section>
            <Section title="By source">
              <AgreementTable
                caption="Agreement by source"
                header="Source"
                groups={quality.bySource}
                hrefOf={({ key }) => hrefOf({ compared: '1', source: key })}
              />
            </Section>
            <Section title="By channel">
              <AgreementTable
                caption="Agreement by channel"
                header="Channel"
                groups={quality.byChannel}
                hrefOf={({ key }) => hrefOf({ compared: '1', channel: key })}
              />
            </Section>
            <Section title="By language">
              <AgreementTable
                caption="Agreement by language"
                header="Language"
                groups={quality.byLanguage}
                nameOf={({ key }) => (key === UNKNOWN_LANGUAGE ? 'Not known' : languageName(key))}
                hrefOf={({ key }) => hrefOf({ compared: '1', language: key })}
              />
            </Section>
            <Section
              title="Can its confidence be believed?"
              description="Of the statements that the engine is 80% sure of, about 80% should be right."
            >
              <ReliabilityChart bins={quality.reliability} hrefOf={hrefOf} />
            </Section>
          </>
        )}
        <Section title="Samples" description="A new engine, or new kinds of feedback, call for a new sample.">
          <SampleTable workspaceSlug={slug} samples={shown} shownId={sample.id} />
          {samples.length > SAMPLES_PER_PAGE && (
            <PageSteps
              page={query.page}
              pageSize={SAMPLES_PER_PAGE}
              shown={shown.length}
              total={samples.length}
              noun="sample"
              label="Pages of samples"
              hrefOf={(page) => `/w/${slug}/quality?sample=${sample.id}&page=${page}`}
            />
          )}
          {mayLabel && (
            <Card>
              <SampleForm action={draw.bind(null, slug)} />
            </Card>
          )}
        </Section>
        <QualityNote />
      </>
    );
  },
});
