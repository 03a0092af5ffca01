import NextLink from 'next/link';
import { Badge, SentimentBadge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { SENTIMENT_ICON } from '@/components/ui/tone';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { FeedbackRow } from '@/lib/annotations/find-feedback';
import type { Excerpt, Match } from '@/lib/annotations/find-matches';
import { formatDate } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { MatchedText } from './matched-text';

type Props = {
  workspaceSlug: string;
  rows: FeedbackRow[];
  filter: FeedbackFilter;
  /** Where the words searched for stand, by row. */
  matches: Map<string, Match>;
};

/** Themes named in a row; a text with more says how many. */
const THEMES_SHOWN = 4;

/** What customers said, newest first, each with what was found in it. */
export function FeedbackList({ workspaceSlug, rows, filter, matches }: Props) {
  const within = new URL(feedbackHref(workspaceSlug, filter), 'http://localhost').search;
  return (
    <ol className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="space-y-2 px-4 py-4 transition-colors hover:bg-hover/50 sm:px-5">
          <NextLink
            href={`/w/${workspaceSlug}/feedback/${row.id}${within}`}
            className="group block rounded-sm text-lg leading-relaxed"
          >
            {row.title && (
              <MatchedText
                pieces={piecesOf(row.title, matches.get(row.id)?.title)}
                className="block font-semibold group-hover:underline"
              />
            )}
            <MatchedText
              pieces={piecesOf(row.text, matches.get(row.id)?.text)}
              lang={row.language ?? undefined}
              className="line-clamp-3 decoration-line-strong underline-offset-4 group-hover:underline"
            />
          </NextLink>
          <Findings workspaceSlug={workspaceSlug} row={row} />
        </li>
      ))}
    </ol>
  );
}

function piecesOf(text: string, marked: Excerpt[] | undefined): Excerpt[] {
  return marked && marked.length > 0 ? marked : [{ text, isMatch: false }];
}

function Findings({ workspaceSlug, row }: { workspaceSlug: string; row: FeedbackRow }) {
  const more = row.themes.length - THEMES_SHOWN;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-mute">
      {row.sentimentLabel ? (
        <SentimentBadge tone={row.sentimentLabel} />
      ) : (
        <Badge>{row.kind ? 'Language not supported' : 'Not read yet'}</Badge>
      )}
      <span>{channelNames[row.channel]}</span>
      <span className="whitespace-nowrap">{formatDate(row.occurredAt)}</span>
      {row.accountId && row.accountName ? (
        <TextLink href={`/w/${workspaceSlug}/accounts/${row.accountId}`}>{row.accountName}</TextLink>
      ) : (
        <span>{row.contactName ?? 'No account'}</span>
      )}
      {row.themes.length > 0 && (
        <span className="flex flex-wrap gap-1.5">
          {row.themes.slice(0, THEMES_SHOWN).map((theme) => (
            <NextLink key={theme.id} href={`/w/${workspaceSlug}/themes/${theme.id}`} className="rounded-full">
              <Badge
                tone="accent"
                icon={theme.sentimentLabel ? SENTIMENT_ICON[theme.sentimentLabel] : undefined}
              >
                {theme.name}
                {theme.sentimentLabel && <span className="sr-only">, {theme.sentimentLabel}</span>}
              </Badge>
            </NextLink>
          ))}
          {more > 0 && <span>and {more} more</span>}
        </span>
      )}
    </div>
  );
}
