import { GraduationCap } from 'lucide-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { languageName } from '@/components/feedback/language-name';
import { KnownTextTable } from '@/components/quality/known-text-table';
import { knownTextsHref } from '@/components/quality/known-texts-href';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FormMessage } from '@/components/ui/form-message';
import { PagedCard } from '@/components/ui/paged-card';
import { Section } from '@/components/ui/section';
import { formatCount, formatDateTime, formatNumber } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findKnownTexts } from '@/lib/quality/find-known-texts';

export const metadata: Metadata = { title: 'Texts to learn from' };

const PAGE_SIZE = 50;

export default definePage({
  permission: 'workspace.read',
  query: z.object({
    by: z.enum(['label', 'rating']),
    random: z.literal('1').optional(),
    attempt: z.coerce.number().int().min(1).max(1_000_000).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  async render({ scope, workspace: { slug } }, { query: { by, random, attempt: number, language, page } }) {
    const filter = {
      ...{ by, onlyRandom: by === 'label' && random === '1' },
      ...{ attempt: number ?? null, language: language ?? null },
    };
    const { rows, total, attempt } = await findKnownTexts(scope, filter, { page, pageSize: PAGE_SIZE });
    const hrefOf = (target: number) => knownTextsHref(slug, filter, target);
    const then = attempt?.count ?? null;
    const hasChanged = then !== null && then !== total;
    return (
      <Section
        title={by === 'label' ? 'Labels to learn from' : 'Ratings to learn from'}
        description={`${formatCount(total, by)}${filter.onlyRandom ? ' of random samples' : ''}${language ? `, ${languageName(language)}` : ''}${
          attempt ? ` when attempt ${attempt.number} began, ${formatDateTime(attempt.beganAt)}` : ''
        }. ${EXPLAINED[by]}`}
        actions={<ButtonLink href={`/w/${slug}/settings/text-engine`}>Text engine</ButtonLink>}
      >
        {hasChanged && (
          <FormMessage tone="warning" title="Data changed since the attempt">
            It counted {formatNumber(then)}. What was taken back or deleted since is not listed; texts that
            decline to answer, such as “n/a”, are listed but teach nothing.
          </FormMessage>
        )}
        <PagedCard
          page={page}
          pageSize={PAGE_SIZE}
          shown={rows.length}
          total={total}
          noun={by}
          hrefOf={hrefOf}
          empty={
            <EmptyState
              icon={GraduationCap}
              title={total === 0 ? `No ${by} here` : 'The list ends before this page'}
              actions={total > 0 && <ButtonLink href={hrefOf(1)}>To the first page</ButtonLink>}
            >
              {total === 0 && EMPTY[by]}
            </EmptyState>
          }
        >
          <KnownTextTable workspaceSlug={slug} rows={rows} />
        </PagedCard>
      </Section>
    );
  },
});

const EXPLAINED = {
  label: 'The newest word of a person on the sentiment of a comment, or of a part of one.',
  rating:
    'Comments without a label whose rating is clear: NPS 0 to 6, CSAT and stars 1 and 2 as negative; NPS 9 and 10, CSAT and stars 4 and 5 as positive.',
};
const EMPTY = {
  label: 'Correct the sentiment of comments, or label a sample on the quality page.',
  rating: 'Import comments with ratings.',
};
