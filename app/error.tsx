'use client';

import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <h1 className="sr-only">Something went wrong</h1>
      <ErrorState
        title="Something went wrong on our side"
        errorId={error.digest}
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <ButtonLink href="/">Go to the start</ButtonLink>
          </>
        }
      >
        Nothing you entered elsewhere is lost. If it happens again, tell whoever runs this installation.
      </ErrorState>
    </main>
  );
}
