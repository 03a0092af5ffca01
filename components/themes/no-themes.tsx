import { CircleSlash, FileInput, Hourglass, Tags } from 'lucide-react';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionButton } from '@/components/workspaces/action-button';
import type { ThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { formatCount } from '@/lib/core/format';
import { BROKEN } from './broken-look';
import type { DiscoveryActions } from './discovery-actions';

type Props = {
  workspaceSlug: string;
  discovery: ThemeDiscovery;
  fewestSpans: number;
  /** People brought some: they wait for comments. */
  hasThemes?: boolean;
  /** Null for those who may not. */
  actions: DiscoveryActions | null;
};

/** Why there are no themes, or nothing in them, yet, and what would bring some. */
export function NoThemes({ workspaceSlug, discovery, fewestSpans, hasThemes = false, actions }: Props) {
  const { comments, spans, step, broken } = discovery;
  const importLink = (
    <ButtonLink href={`/w/${workspaceSlug}/imports`} variant="primary">
      Import feedback
    </ButtonLink>
  );
  const ways = (
    <>
      {importLink}
      {actions && !hasThemes && (
        <ButtonLink href={`/w/${workspaceSlug}/themes/taxonomy`}>Bring your own, or a template</ButtonLink>
      )}
    </>
  );
  if (comments === 0 && step !== 'importing') {
    return (
      <Sheet icon={FileInput} title="No feedback yet" actions={ways}>
        {hasThemes
          ? 'The themes below have no comments yet. Import a file: what speaks of one of them comes under it, and more are found by themselves.'
          : 'Themes are found in what customers say. Import a file of comments, and they appear here by themselves. Or say first which themes there are: later looks only propose changes to yours.'}
      </Sheet>
    );
  }
  if (step) return <PipelineProgress state={discovery} cancelDiscovery={actions?.cancel ?? null} />;
  if (spans < fewestSpans) {
    return (
      <Sheet icon={Tags} title={`Themes need about ${fewestSpans} comments`} actions={ways}>
        There {spans === 1 ? 'is' : 'are'} {formatCount(spans, 'sentence')} with content in{' '}
        {formatCount(comments, 'comment')}. From {fewestSpans} sentences on, themes are looked for.
      </Sheet>
    );
  }
  if (broken) {
    return (
      <Sheet
        icon={CircleSlash}
        title={BROKEN[broken].title}
        actions={
          actions && (
            <ActionButton action={actions.look} variant="primary">
              Look for themes
            </ActionButton>
          )
        }
      >
        {BROKEN[broken].text}
      </Sheet>
    );
  }
  return (
    <Sheet icon={Hourglass} title="No themes found" actions={importLink}>
      {formatCount(comments, 'comment')} were read, and no subject comes up often enough to be called a theme.
      More comments help.
    </Sheet>
  );
}

function Sheet(props: Parameters<typeof EmptyState>[0]) {
  return (
    <Card>
      <EmptyState {...props} />
    </Card>
  );
}
