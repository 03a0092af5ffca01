'use client';

import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Quote } from '@/components/ui/quote';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatDate, formatPercent } from '@/lib/core/format';
import type { ProposalRow } from '@/lib/themes/find-proposals';
import type { Edited } from '@/lib/themes/schema';
import { acceptWords, describeEvidence, describeProposal, kindWords } from './proposal-words';

export type ProposalActions = {
  accept: FormAction<Edited>;
  decline: FormAction;
  reopen: FormAction;
  undo: FormAction<Edited>;
};

type Props = {
  workspaceSlug: string;
  proposals: (ProposalRow & { decidedBy: string | null })[];
  /** Null for those who may not. */
  actions: ProposalActions | null;
};

/** What a discovery proposes, each with its evidence and the way to decide. */
export function ProposalList({ workspaceSlug, proposals, actions }: Props) {
  return (
    <ul className="space-y-4">
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <Card className="space-y-4">
            <div className="space-y-1">
              <div className="flex flex-wrap items-center gap-2">
                <Badge tone="accent">{kindWords[proposal.kind]}</Badge>
                <h2 className="text-lg font-semibold">{describeProposal(proposal)}</h2>
              </div>
              <p className="max-w-prose text-ink-mute">{describeEvidence(proposal)}</p>
              {proposal.found && (
                <p className="text-sm text-ink-mute">Typical words: {proposal.found.keywords.join(', ')}.</p>
              )}
              <Overlap workspaceSlug={workspaceSlug} proposal={proposal} />
            </div>
            {proposal.evidence.quotes.length > 0 && (
              <ul className="space-y-3">
                {proposal.evidence.quotes.map(({ feedbackId, quote, language }) => (
                  <li key={`${feedbackId} ${quote}`}>
                    <Quote
                      href={`/w/${workspaceSlug}/feedback/${feedbackId}`}
                      lang={language ?? undefined}
                      attribution="A typical sentence."
                    >
                      {quote}
                    </Quote>
                  </li>
                ))}
              </ul>
            )}
            {proposal.status === 'open' && actions && <Decide proposal={proposal} actions={actions} />}
            {proposal.status !== 'open' && <Decided proposal={proposal} actions={actions} />}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Overlap({ workspaceSlug, proposal }: { workspaceSlug: string; proposal: ProposalRow }) {
  const { overlap, found } = proposal.evidence;
  if (overlap.length === 0) return null;
  return (
    <p className="text-sm text-ink-mute">
      Overlap with today’s themes:{' '}
      {overlap.map(({ themeId, name, spans }, place) => (
        <span key={themeId}>
          {place > 0 && ', '}
          <TextLink href={`/w/${workspaceSlug}/themes/${themeId}`}>{name}</TextLink>{' '}
          {formatPercent(found > 0 ? spans / found : 0)}
        </span>
      ))}
      .
    </p>
  );
}

function Decide({ proposal, actions }: { proposal: ProposalRow; actions: ProposalActions }) {
  const isNamed = proposal.kind === 'new_theme' || proposal.kind === 'split';
  const id = <input type="hidden" name="proposalId" value={proposal.id} />;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <ActionForm action={actions.accept} className="flex flex-wrap items-end gap-3">
        {({ fields }) => (
          <>
            {id}
            {isNamed && (
              <Field name="name" label="Name" error={fields?.name}>
                {(control) => (
                  <Input {...control} maxLength={80} autoComplete="off" defaultValue={proposal.found?.name} />
                )}
              </Field>
            )}
            <SubmitButton>{acceptWords[proposal.kind]}</SubmitButton>
          </>
        )}
      </ActionForm>
      <ActionForm action={actions.decline}>
        {() => (
          <>
            {id}
            <SubmitButton variant="secondary">Leave as it is</SubmitButton>
          </>
        )}
      </ActionForm>
    </div>
  );
}

function Decided({
  proposal,
  actions,
}: {
  proposal: Props['proposals'][number];
  actions: ProposalActions | null;
}) {
  const { status, decidedAt, decidedBy, batchId, id } = proposal;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-ink-mute">
        {status === 'accepted' ? 'Accepted' : 'Left as it is'}
        {decidedBy && ` by ${decidedBy}`}
        {decidedAt && `, ${formatDate(decidedAt)}`}
      </p>
      {actions && status === 'accepted' && batchId && (
        <ActionForm action={actions.undo}>
          {() => (
            <>
              <input type="hidden" name="batchId" value={batchId} />
              <SubmitButton variant="secondary" size="small">
                Undo
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      {actions && status === 'declined' && (
        <ActionForm action={actions.reopen}>
          {() => (
            <>
              <input type="hidden" name="proposalId" value={id} />
              <SubmitButton variant="secondary" size="small">
                Open again
              </SubmitButton>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}
