import { AuthShell } from '@/components/shell/auth-shell';
import { ButtonLink } from '@/components/ui/button';

export default function NotFound() {
  return (
    <AuthShell
      title="This link does not work any more"
      description="It was used, withdrawn, replaced by a newer one, or is older than 7 days. Ask whoever invited you for a new link."
    >
      <ButtonLink href="/" className="w-full">
        Go to the start
      </ButtonLink>
    </AuthShell>
  );
}
