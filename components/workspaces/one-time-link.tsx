import { CopyLink } from './copy-link';

/** The link of an invitation. */
export function OneTimeLink({ path, email }: { path: string; email: string }) {
  return (
    <CopyLink
      path={path}
      label={`Link for ${email}`}
      hint="Send it to them yourself. It works once, for 7 days, and is not shown again."
    />
  );
}
