import { AuthShell } from '@/components/shell/auth-shell';

export default function NotFound() {
  return (
    <AuthShell
      title="This link does not work any more"
      description="It has expired or was ended. Ask whoever sent it to you for a new one."
    >
      <p className="text-ink-mute">A link works for the time its maker chose, 90 days at most.</p>
    </AuthShell>
  );
}
