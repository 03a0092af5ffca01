import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { EngineLane } from '@/components/workspaces/engine-lane';
import { EngineTable } from '@/components/workspaces/engine-table';
import { findEngines } from '@/lib/annotations/find-engines';
import { definePage } from '@/lib/http/define-page';
import { findEncoderProblem } from '@/lib/nlp/encoder/availability';

export const metadata: Metadata = { title: 'Text engine' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, workspace }) {
    return (
      <Section
        title="Text engine"
        description="What reads the feedback. It runs on this machine, needs no other service, and reads the same text the same way every time. Each annotation keeps the name and version of the engine that made it."
        actions={<ButtonLink href={`/w/${workspace.slug}/quality`}>How well it reads</ButtonLink>}
      >
        <EngineLane problem={findEncoderProblem()} />
        <EngineTable engines={await findEngines(scope)} />
      </Section>
    );
  },
});
