import { KeyRound } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Code } from '@/components/ui/code';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { type Column, Table } from '@/components/ui/table';
import type { FormAction } from '@/components/workspaces/action-form';
import type { ApiKeyRow } from '@/lib/auth/find-api-keys';
import { formatDate } from '@/lib/core/format';
import { RevokeButton } from './revoke-button';

type Props = {
  keys: ApiKeyRow[];
  now: Date;
  /** Absent for those who may only look. */
  revoke?: FormAction | undefined;
};

/** The keys that work. */
export function ApiKeyTable({ keys, now, revoke }: Props) {
  return (
    <Card flush>
      <Table
        caption="API keys that work, the newest first"
        hideCaption
        onPhone="cards"
        rows={keys}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={KeyRound} title="No key yet">
            A key lets a program of yours send feedback, scores and accounts, and read what was found in them.
          </EmptyState>
        }
        columns={[...columnsAt(now), ...(revoke ? [revokeColumn(revoke)] : [])]}
      />
    </Card>
  );
}

function columnsAt(now: Date): Column<ApiKeyRow>[] {
  return [
    { key: 'name', header: 'Name', cell: ({ name }) => <span className="break-words">{name}</span> },
    { key: 'key', header: 'Begins with', cell: ({ prefix }) => <Code>{prefix}…</Code> },
    {
      key: 'kind',
      header: 'Kind',
      cell: ({ kind }) => (
        <Badge tone={kind === 'public' ? 'accent' : 'neutral'}>
          {kind === 'public' ? 'Public' : 'Secret'}
        </Badge>
      ),
    },
    {
      key: 'scopes',
      header: 'May',
      cell: ({ scopes }) => (
        <span className="block max-w-64 break-words font-mono text-xs leading-5">{scopes.join(', ')}</span>
      ),
    },
    {
      key: 'created',
      header: 'Made',
      cell: ({ createdAt, createdByName }) => (
        <>
          {formatDate(createdAt)}
          <span className="block text-sm text-ink-mute">by {createdByName}</span>
        </>
      ),
    },
    {
      key: 'used',
      header: 'Last used',
      cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime date={lastUsedAt} now={now} /> : 'Never'),
    },
  ];
}

function revokeColumn(revoke: FormAction): Column<ApiKeyRow> {
  return {
    key: 'revoke',
    header: 'Action',
    cell: ({ id, name }) => <RevokeButton action={revoke} apiKeyId={id} name={name} />,
  };
}
