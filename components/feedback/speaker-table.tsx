import { Users } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import type { ConversationSide, ConversationSpeaker } from '@/lib/annotations/find-conversation';
import { formatNumber } from '@/lib/core/format';

const SIDES: Record<ConversationSide, string> = {
  customer: 'Customer',
  staff: 'Staff',
  unknown: 'Not known who',
};

type Props = {
  speakers: ConversationSpeaker[];
  conversationId: string;
  /** Puts somebody on the other side; absent for those who may only look. */
  action?: FormAction | undefined;
};

/** Who speaks in a conversation, and on which side. */
export function SpeakerTable({ speakers, conversationId, action }: Props) {
  const isOnlyCustomer = speakers.filter(({ side }) => side === 'customer').length === 1;
  const nameOf = ({ name, label }: ConversationSpeaker) => name ?? label ?? 'Nobody named';
  const sidesFor = ({ side }: ConversationSpeaker) => {
    if (side !== 'customer') return side === 'staff' ? ['customer'] : ['customer', 'staff'];
    return isOnlyCustomer ? [] : ['staff'];
  };
  return (
    <Table
      caption="Who speaks in this conversation"
      hideCaption
      onPhone="cards"
      rows={speakers}
      rowKey={({ side, label }) => `${side} ${label}`}
      empty={
        <EmptyState icon={Users} title="Nobody speaks">
          Nothing that was said in it is kept.
        </EmptyState>
      }
      columns={[
        { key: 'who', header: 'Who', cell: (speaker) => <span dir="auto">{nameOf(speaker)}</span> },
        {
          key: 'side',
          header: 'Side',
          cell: ({ side }) => <Badge tone={side === 'customer' ? 'accent' : 'neutral'}>{SIDES[side]}</Badge>,
        },
        { key: 'said', header: 'Things said', align: 'right', cell: ({ said }) => formatNumber(said) },
        ...(action
          ? [
              {
                key: 'change',
                header: 'Correct',
                cell: (speaker: ConversationSpeaker) => (
                  <div className="flex flex-wrap gap-2">
                    {sidesFor(speaker).map((side) => (
                      <ActionButton
                        key={side}
                        size="small"
                        action={action}
                        fields={{ conversationId, speaker: speaker.label ?? '', side }}
                      >
                        {side === 'customer' ? 'Is a customer' : 'Is staff'}
                        <span className="sr-only">: {nameOf(speaker)}</span>
                      </ActionButton>
                    ))}
                    {sidesFor(speaker).length === 0 && (
                      <span className="text-sm text-ink-mute">The only customer</span>
                    )}
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
