import type { Metadata } from 'next';
import { TranscriptFormCard } from '@/components/imports/transcript-form-card';
import { PageHeader } from '@/components/ui/page-header';
import { definePage } from '@/lib/http/define-page';
import PageShape from '../skeleton';
import { takeTranscript } from './actions';

export const metadata: Metadata = { title: 'Transcript' };

export default definePage({
  permission: 'imports.manage',
  loading: <PageShape />,
  async render({ workspace: { slug } }) {
    const home = `/w/${slug}`;
    return (
      <>
        <PageHeader
          title="Transcript"
          description="A call or a chat. What customers say in it becomes feedback; what your own people say is kept beside it, unjudged."
          breadcrumb={[{ label: 'Imports', href: `${home}/imports` }]}
        />
        <TranscriptFormCard home={home} action={takeTranscript.bind(null, slug)} />
      </>
    );
  },
});
