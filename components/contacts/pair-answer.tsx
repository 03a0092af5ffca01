import type { FormAction } from '@/components/workspaces/action-form';
import { DecideButton } from './decide-button';

type Props = {
  action: FormAction;
  /** The two that may be one, under the names that tell this button from the others of the list. */
  pair: readonly [{ id: string; name: string | null }, { id: string; name: string | null }];
  label: string;
  isMain?: boolean;
};

/** One answer to whether two are one and the same. */
export function PairAnswer({ action, pair: [first, second], label, isMain }: Props) {
  return (
    <DecideButton
      action={action}
      fields={{ first: first.id, second: second.id }}
      variant={isMain ? 'primary' : 'secondary'}
    >
      {label}
      <span className="sr-only">
        : {first.name} and {second.name}
      </span>
    </DecideButton>
  );
}
