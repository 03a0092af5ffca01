import { TextLink } from '@/components/ui/text-link';
import type { NextStep } from './next-steps';

/** A thing to do, with the way to the issue it is about. */
export function NextStepText({ workspaceSlug, step }: { workspaceSlug: string; step: NextStep }) {
  return (
    <>
      {step.text}
      {step.issueId && (
        <>
          {' '}
          <TextLink href={`/w/${workspaceSlug}/issues/${step.issueId}`} className="whitespace-nowrap">
            See the issue
          </TextLink>
        </>
      )}
    </>
  );
}
