import type { Metadata } from 'next';
import { UploadForm } from '@/components/imports/upload-form';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Stepper } from '@/components/ui/stepper';
import { definePage } from '@/lib/http/define-page';
import PageShape from '../skeleton';

export const metadata: Metadata = { title: 'New import' };

export default definePage({
  permission: 'imports.manage',
  loading: <PageShape />,
  async render({ workspace }) {
    const home = `/w/${workspace.slug}`;
    return (
      <>
        <PageHeader
          title="New import"
          breadcrumb={[{ label: 'Imports', href: `${home}/imports` }]}
          actions={
            <ButtonLink href={`${home}/imports/transcript`}>A transcript of a call or chat</ButtonLink>
          }
        />
        <Stepper label="Steps of an import" steps={['File', 'Columns', 'Import']} current={0} />
        <UploadForm home={home} />
      </>
    );
  },
});
