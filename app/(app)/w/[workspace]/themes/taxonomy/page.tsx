import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { TaxonomyImport } from '@/components/themes/taxonomy-import';
import { buttonStyle } from '@/components/ui/control-style';
import { PageHeader } from '@/components/ui/page-header';
import { definePage } from '@/lib/http/define-page';
import { templateNames, templates } from '@/lib/themes/templates/template';
import PageShape from '../skeleton';
import { apply, preview } from './actions';

export const metadata: Metadata = { title: 'Import or export themes' };

export default definePage({
  permission: 'themes.edit',
  loading: <PageShape />,
  async render({ workspace: { slug } }) {
    const home = `/w/${slug}/themes`;
    return (
      <div className="space-y-8">
        <PageHeader
          title="Import or export themes"
          breadcrumb={[{ label: 'Themes', href: home }]}
          description="Bring your own taxonomy, start from one of your trade, or take yours with you."
          actions={
            <a href={`${home}/taxonomy/export`} download className={buttonStyle()}>
              <Download aria-hidden />
              Export as CSV
            </a>
          }
        />
        <TaxonomyImport
          templates={templateNames.map((name) => ({
            name,
            label: templates[name].label,
            themes: templates[name].themes.length,
          }))}
          preview={preview.bind(null, slug)}
          apply={apply.bind(null, slug)}
        />
      </div>
    );
  },
});
