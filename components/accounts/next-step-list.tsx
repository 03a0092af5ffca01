import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { NextStepText } from './next-step-text';
import { type NextStepFacts, suggestNextSteps } from './next-steps';

/** What to do about an account, with the facts that say so. */
export function NextStepList({ workspaceSlug, facts }: { workspaceSlug: string; facts: NextStepFacts }) {
  if (facts.hasChurned) return null;
  const steps = suggestNextSteps(facts);
  return (
    <Section title="What to do next">
      <Card>
        {steps.length > 0 ? (
          <ol className="list-decimal space-y-2 pl-5 marker:text-ink-mute">
            {steps.map((step) => (
              <li key={step.text}>
                <NextStepText workspaceSlug={workspaceSlug} step={step} />
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-ink-mute">
            Nothing stands out: no renewal is near and no warning sign was found.
          </p>
        )}
      </Card>
    </Section>
  );
}
