import type { Metadata } from 'next';
import { z } from 'zod';
import { AdaptationTable } from '@/components/quality/adaptation-table';
import { LearningProgress } from '@/components/quality/learning-progress';
import { TextLearningCard } from '@/components/quality/text-learning-card';
import { ButtonLink } from '@/components/ui/button';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { EngineLane } from '@/components/workspaces/engine-lane';
import { EngineTable } from '@/components/workspaces/engine-table';
import { OutdatedReadings } from '@/components/workspaces/outdated-readings';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { countOutdated, findEngines, isNewestReadFast } from '@/lib/annotations/find-engines';
import { can } from '@/lib/auth/permissions';
import { definePage } from '@/lib/http/define-page';
import { findEncoderProblem } from '@/lib/nlp/encoder/availability';
import { areTweetWeightsThere } from '@/lib/nlp/polarity/models';
import { ATTEMPTS_PER_PAGE, findTextLearning } from '@/lib/quality/find-adaptations';
import { cancelLearning, changeLearning, choose, learnNow, readAgain, steer } from './actions';

export const metadata: Metadata = { title: 'Text engine' };

const VERSIONS_PER_PAGE = 20;

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: pageNumber, versions: pageNumber }),
  async render({ scope, role, workspace: { slug } }, { query: { page, versions } }) {
    const [learning, engines, isReadFast] = await Promise.all([
      findTextLearning(scope, page),
      findEngines(scope),
      isNewestReadFast(scope),
    ]);
    const actions = can(role, 'settings.edit')
      ? {
          learnNow: learnNow.bind(null, slug),
          cancel: cancelLearning.bind(null, slug),
          choose: choose.bind(null, slug),
          changeLearning: changeLearning.bind(null, slug),
          steer: steer.bind(null, slug),
        }
      : null;
    const shown = engines.slice((versions - 1) * VERSIONS_PER_PAGE, versions * VERSIONS_PER_PAGE);
    return (
      <>
        <Section
          title="Text engine"
          description="What reads the feedback. It runs on this machine, needs no other service, and reads the same text the same way every time. Each annotation keeps the name and version of the engine that made it."
          actions={<ButtonLink href={`/w/${slug}/quality`}>How well it reads</ButtonLink>}
        >
          <EngineLane
            problem={findEncoderProblem()}
            isReadFast={isReadFast ?? false}
            hasTweetWeights={areTweetWeightsThere()}
          />
          <OutdatedReadings
            count={countOutdated(engines)}
            versionsHref="#versions"
            readAgain={actions && !learning.rereading ? readAgain.bind(null, slug) : null}
          />
        </Section>
        <Section
          title="Learning from this workspace"
          description="Your corrections and labels, and the ratings given beside comments, teach the engine how your customers speak. What it learned is used only where it got more of your own held-out comments right, by more than the standard error, or where how sure it says it is comes closer to how often it is right. A person’s correction wins over any model."
        >
          <ReadOnlyNote role={role} permission="settings.edit" />
          <LearningProgress learning={learning} actions={actions} />
          <TextLearningCard
            workspaceSlug={slug}
            learning={learning}
            actions={actions}
            qualityHref={`/w/${slug}/quality`}
          />
          <AdaptationTable workspaceSlug={slug} learning={learning} choose={actions?.choose ?? null} />
          {learning.total > ATTEMPTS_PER_PAGE && (
            <PageSteps
              page={page}
              pageSize={ATTEMPTS_PER_PAGE}
              shown={learning.adaptations.length}
              total={learning.total}
              noun="attempt"
              hrefOf={(target) => `/w/${slug}/settings/text-engine?page=${target}&versions=${versions}`}
            />
          )}
        </Section>
        <Section id="versions" title="Versions" description="Every engine whose annotations are kept.">
          <EngineTable engines={shown} workspaceSlug={slug} />
          {engines.length > VERSIONS_PER_PAGE && (
            <PageSteps
              page={versions}
              pageSize={VERSIONS_PER_PAGE}
              shown={shown.length}
              total={engines.length}
              noun="version"
              label="Pages of versions"
              hrefOf={(target) => `/w/${slug}/settings/text-engine?page=${page}&versions=${target}#versions`}
            />
          )}
        </Section>
      </>
    );
  },
});
