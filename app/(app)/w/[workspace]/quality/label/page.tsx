import type { Metadata } from 'next';
import { z } from 'zod';
import { LabelDesk } from '@/components/quality/label-desk';
import type { DeskStatement } from '@/components/quality/label-queue';
import { NoSample } from '@/components/quality/no-sample';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { correctingMember } from '@/lib/annotations/correct-annotation';
import { notFound } from '@/lib/core/errors';
import { formatDate } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { definePage } from '@/lib/http/define-page';
import { findSamples } from '@/lib/quality/find-samples';
import { findToLabel, type StatementToLabel } from '@/lib/quality/find-to-label';
import { draw, label, takeBack } from '../actions';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'Label a sample' };

export default definePage({
  permission: 'quality.label',
  query: z.object({ sample: z.uuid().optional() }),
  find: async ({ scope }, { query }) => {
    const samples = await findSamples(scope);
    const sample = query.sample ? samples.find(({ id }) => id === query.sample) : samples[0];
    if (query.sample && !sample) throw notFound('sample');
    return sample;
  },
  loading: <PageShape />,
  async render({ scope, workspace: { slug } }, _, sample) {
    const header = (
      <PageHeader
        breadcrumb={[{ label: 'Quality', href: `/w/${slug}/quality` }]}
        title="Label a sample"
        description="How does the customer feel? Judge by the words alone: the engine’s guess comes afterwards."
      />
    );
    if (!sample) {
      return (
        <>
          {header}
          <Card>
            <NoSample draw={draw.bind(null, slug)} />
          </Card>
        </>
      );
    }
    const state = await findToLabel(scope, sample.id, correctingMember(scope));
    return (
      <>
        {header}
        <LabelDesk
          key={sample.id}
          statements={state.next.map(toDesk)}
          latest={state.latest.map((one) => ({ statement: toDesk(one), answer: one.answer }))}
          labelled={state.labelled}
          size={state.size}
          label={label.bind(null, slug)}
          takeBack={takeBack.bind(null, slug)}
          resultsHref={`/w/${slug}/quality?sample=${sample.id}`}
        />
      </>
    );
  },
});

function toDesk({ itemId, title, text, language, channel, occurredAt }: StatementToLabel): DeskStatement {
  return { itemId, title, text, language, context: `${channelNames[channel]}, ${formatDate(occurredAt)}` };
}
