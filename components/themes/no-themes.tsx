import { FileInput, Hourglass, Tags } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import { isReading } from '@/lib/annotations/find-reading-state';
import type { ThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { formatCount, formatNumber } from '@/lib/core/format';
import { RefreshWhile } from './refresh-while';

type Props = { workspaceSlug: string; discovery: ThemeDiscovery; fewestSpans: number };

/** Why there are no themes yet, and what would bring some. */
export function NoThemes({ workspaceSlug, discovery, fewestSpans }: Props) {
  const { comments, unread, spans, isImporting, openSince } = discovery;
  const importLink = (
    <ButtonLink href={`/w/${workspaceSlug}/imports`} variant="primary">
      Import feedback
    </ButtonLink>
  );
  if (comments === 0 && !isImporting) {
    return (
      <Sheet icon={FileInput} title="No feedback yet" actions={importLink}>
        Themes are found in what customers say. Import a file of comments, and they appear here by themselves.
      </Sheet>
    );
  }
  if (isReading(discovery) || openSince) {
    const share = isImporting || comments === 0 ? null : (comments - unread) / comments;
    return (
      <Card>
        <RefreshWhile />
        <ProgressBar
          label={isReading(discovery) ? 'Reading comments' : 'Looking for themes'}
          share={unread > 0 ? share : null}
          value={`${formatNumber(comments - unread)} of ${formatNumber(comments)} read`}
          detail="Themes are looked for when all are read. This page follows."
        />
      </Card>
    );
  }
  if (spans < fewestSpans) {
    return (
      <Sheet icon={Tags} title={`Themes need about ${fewestSpans} comments`} actions={importLink}>
        There {spans === 1 ? 'is' : 'are'} {formatCount(spans, 'sentence')} with content in{' '}
        {formatCount(comments, 'comment')}. From {fewestSpans} sentences on, themes are looked for.
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
