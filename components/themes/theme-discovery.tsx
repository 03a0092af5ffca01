'use client';

import { RefreshCw } from 'lucide-react';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { RelativeTime } from '@/components/ui/relative-time';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm } from '@/components/workspaces/action-form';
import type { ThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { formatCount, formatNumber } from '@/lib/core/format';
import { BROKEN } from './broken-look';
import type { DiscoveryActions } from './discovery-actions';

type Props = {
  discovery: ThemeDiscovery;
  now: Date;
  /** Sentences with content from which on themes are looked for. */
  fewestSpans: number;
  /** Changes that a discovery proposes and nobody has decided. */
  proposals: { count: number; href: string };
  /** Null for those who may not. */
  actions: DiscoveryActions | null;
};

/** When themes were last looked for, and the way to have it done again. */
export function ThemeDiscoveryBar({ discovery, now, fewestSpans, proposals, actions }: Props) {
  const { lastRunAt, step, broken, comments, spans } = discovery;
  if (step) return <PipelineProgress state={discovery} cancelDiscovery={actions?.cancel ?? null} />;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-mute">
      {broken && (
        <p className="basis-full text-ink-soft">{`${BROKEN[broken].title}. ${BROKEN[broken].text}`}</p>
      )}
      {lastRunAt && (
        <p>
          Themes last looked for <RelativeTime date={lastRunAt} now={now} />
        </p>
      )}
      {proposals.count > 0 && (
        <TextLink href={proposals.href}>{formatCount(proposals.count, 'proposed change')} to review</TextLink>
      )}
      {comments > 0 && spans < fewestSpans && (
        <p>
          Themes are looked for from {fewestSpans} sentences with content on; there{' '}
          {spans === 1 ? 'is 1' : `are ${formatNumber(spans)}`}. Until then comments get the themes below.
        </p>
      )}
      {actions && spans >= fewestSpans && (
        <ActionForm action={actions.look} className="flex flex-wrap items-center gap-3">
          {() => (
            <SubmitButton variant="secondary" size="small">
              <RefreshCw aria-hidden />
              Look for themes again
            </SubmitButton>
          )}
        </ActionForm>
      )}
    </div>
  );
}
