import { Fragment } from 'react';
import { daysInWords } from '@/components/overview/period-words';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import type { Quality } from '@/lib/quality/compute-quality';
import type { Sample } from '@/lib/quality/find-samples';
import type { JudgedFilter } from '@/lib/quality/judged-filter';
import { PopulationLink } from './population-link';

type Props = {
  workspaceSlug: string;
  sample: Sample;
  quality: Quality;
  hrefOf: (filter: JudgedFilter) => string;
  /** All that was drawn, labelled or not. */
  drawnHref: string;
};

/** What the figures rest on: what was drawn, who labelled how much of it, and what could not be compared. */
export function SampleFacts({ workspaceSlug, sample, quality, hrefOf, drawnHref }: Props) {
  const { size, labellers, drawnAt, drawnBy } = sample;
  const { labelled, cannotTell, notRead, versions } = quality;
  return (
    <Card>
      <DefinitionList
        items={[
          {
            term: 'Sample',
            description: (
              <>
                <Rows count={size} href={drawnHref} /> drawn at random from the{' '}
                <PopulationLink workspaceSlug={workspaceSlug} sample={sample} /> of {daysInWords(sample)} that
                the engine had read, on {formatDate(drawnAt)}
                {drawnBy ? ` by ${drawnBy}` : ''}.
              </>
            ),
          },
          {
            term: 'Labelled',
            description: (
              <>
                <Rows count={labelled} href={hrefOf({})} /> of{' '}
                <TextLink href={drawnHref}>{formatNumber(size)}</TextLink>
                {labellers.map(({ memberId, name, labelled: count }, place) => (
                  <Fragment key={memberId}>
                    {place === 0 ? ': ' : ', '}
                    {name}{' '}
                    <TextLink href={hrefOf({ member: memberId })}>
                      {formatNumber(count)}
                      <span className="sr-only"> labelled by {name}</span>
                    </TextLink>
                  </Fragment>
                ))}
                .
              </>
            ),
          },
          ...(cannotTell > 0
            ? [
                {
                  term: 'Cannot tell',
                  description: (
                    <>
                      <Rows count={cannotTell} href={hrefOf({ person: 'no_opinion' })} />{' '}
                      {cannotTell === 1 ? 'holds' : 'hold'} no opinion that people could tell and{' '}
                      {cannotTell === 1 ? 'is' : 'are'} left out of the figures.
                    </>
                  ),
                },
              ]
            : []),
          ...(notRead > 0
            ? [
                {
                  term: 'No label',
                  description: (
                    <>
                      <Rows count={notRead} href={hrefOf({ engine: 'none' })} /> got none from the engine and{' '}
                      {notRead === 1 ? 'is' : 'are'} left out of the figures.
                    </>
                  ),
                },
              ]
            : []),
          ...versions.map(({ version, n }) => ({
            term: 'Engine',
            description: (
              <>
                <span className="break-all font-mono text-sm">{version || 'not kept'}</span>, as it was when{' '}
                <Rows count={n} href={hrefOf({ compared: '1', ...(version ? { version } : {}) })} /> were
                labelled.
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}

function Rows({ count, href }: { count: number; href: string }) {
  return count === 0 ? '0 statements' : <TextLink href={href}>{formatCount(count, 'statement')}</TextLink>;
}
