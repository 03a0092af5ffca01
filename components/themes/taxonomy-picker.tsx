import NextLink from 'next/link';
import { cx } from '@/components/ui/cx';
import type { Taxonomy } from '@/lib/annotations/taxonomy';

type Props = {
  taxonomy: Taxonomy;
  hrefOf: (taxonomy: Taxonomy) => string;
  /** What of the screen is counted so, where it is not all of it. */
  what?: string;
};

const NAMES: Record<Taxonomy, string> = { today: 'By today’s themes', first: 'As assigned then' };
const WORDS: Record<Taxonomy, string> = {
  today: 'are counted by the themes as they are now: edits hold for the past too.',
  first:
    'are counted by the themes that comments got when they first came in: later edits change no count. Sub-themes stand where they stand today.',
};

/** Which of two histories is shown, and what it means. */
export function TaxonomyPicker({ taxonomy, hrefOf, what = 'Comments' }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <nav aria-label="History" className="inline-flex rounded-full border border-line bg-sunken p-0.5">
        {(Object.keys(NAMES) as Taxonomy[]).map((each) => (
          <NextLink
            key={each}
            href={hrefOf(each)}
            aria-current={each === taxonomy ? 'true' : undefined}
            className={cx(
              'flex h-8 items-center whitespace-nowrap rounded-full px-3 font-medium transition-colors coarse:h-11',
              each === taxonomy ? 'bg-surface text-accent shadow-card' : 'text-ink-mute hover:text-ink',
            )}
          >
            {NAMES[each]}
          </NextLink>
        ))}
      </nav>
      <p className="text-sm text-ink-mute">
        {what} {WORDS[taxonomy]}
      </p>
    </div>
  );
}
