import type { Metadata } from 'next';
import { z } from 'zod';
import { Timeline } from '@/components/accounts/timeline';
import { ContactFacts, ContactJobs } from '@/components/contacts/contact-facts';
import { MergeTable } from '@/components/contacts/merge-table';
import { PersonData } from '@/components/contacts/person-data';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { findMerges } from '@/lib/accounts/find-merge-suggestions';
import { getContact } from '@/lib/accounts/get-contact';
import { findTimeline } from '@/lib/annotations/find-timeline';
import { parsePlace, type TimelineKind } from '@/lib/annotations/timeline-place';
import { can } from '@/lib/auth/permissions';
import { formatDate } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { countHeld } from '@/lib/privacy/count-held';
import { findWish } from '@/lib/surveys/asking-history';
import PageShape from '../../accounts/[account]/skeleton';
import { erase, undo } from '../actions';

export const metadata: Metadata = { title: 'Person' };

/** What can happen with a person; revenue and contracts are their company's. */
const KINDS = [
  'feedback',
  'score',
  'answer',
  'conversation',
  'usage',
  'purchase',
] as const satisfies TimelineKind[];

export default definePage({
  permission: 'workspace.read',
  params: z.object({ contact: z.uuid() }),
  query: z.object({
    kind: z.enum(KINDS).nullable().catch(null),
    at: z.string().optional().catch(undefined),
  }),
  find: ({ scope }, { params }) => getContact(scope, params.contact),
  loading: <PageShape />,
  async render({ scope, role, workspace: { slug } }, { query }, contact) {
    const mayErase = can(role, 'people.erase');
    const [timeline, merges, wish, held] = await Promise.all([
      findTimeline(scope, { contactId: contact.id }, { only: query.kind, place: parsePlace(query.at) }),
      findMerges(scope, { contactId: contact.id }),
      findWish(scope, contact.id),
      mayErase ? countHeld(scope, contact.id) : null,
    ]);
    const name = contact.name ?? contact.emails[0] ?? 'Unnamed person';
    const current = contact.jobs.find(({ hasEnded }) => !hasEnded);
    return (
      <>
        <PageHeader
          title={<span dir="auto">{name}</span>}
          description={[current && `At ${current.accountName}`, sayWish(wish)].filter(Boolean).join('. ')}
          breadcrumb={[
            { label: 'Accounts', href: accountsHref(slug, {}) },
            ...(current
              ? [{ label: current.accountName, href: `/w/${slug}/accounts/${current.accountId}` }]
              : []),
          ]}
        />
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <ContactFacts contact={contact} />
          <ContactJobs workspaceSlug={slug} contact={contact} />
        </div>
        {merges.length > 0 && (
          <Section title="Merged into this person">
            <Card flush>
              <MergeTable
                workspaceSlug={slug}
                merges={merges}
                undo={can(role, 'contacts.merge') ? undo.bind(null, slug) : null}
              />
            </Card>
          </Section>
        )}
        <Timeline
          workspaceSlug={slug}
          here={`/w/${slug}/contacts/${contact.id}`}
          of={{ contactId: contact.id }}
          timeline={timeline}
          only={query.kind}
          kinds={KINDS}
        />
        {held && (
          <PersonData
            erase={erase.bind(null, slug)}
            dataHref={`/w/${slug}/contacts/${contact.id}/data`}
            contactId={contact.id}
            name={name}
            held={held}
          />
        )}
      </>
    );
  },
});

/** Whoever writes to people with a survey should see who wants none. */
function sayWish(wish: 'never' | Date | null): string | null {
  if (wish === null) return null;
  return wish === 'never' ? 'Wants no surveys' : `Wants no surveys before ${formatDate(wish)}`;
}
