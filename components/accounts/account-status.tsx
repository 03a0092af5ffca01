import { Badge } from '@/components/ui/badge';
import { formatDate } from '@/lib/core/format';

type Props = { churnedAt: Date | null; hasChurned: boolean };

/** Whether an account is a customer, and since or until when it is not. */
export function AccountStatus({ churnedAt, hasChurned }: Props) {
  if (!churnedAt) return <Badge tone="positive">Active</Badge>;
  if (hasChurned) return <Badge tone="negative">Churned {formatDate(churnedAt)}</Badge>;
  return <Badge tone="warning">Leaves {formatDate(churnedAt)}</Badge>;
}
