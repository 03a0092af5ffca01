import type { ArrLine } from '@/lib/accounts/arr-history';
import type { AccountInput } from '@/lib/accounts/schema';
import type { Prisma } from '@/lib/db/client';

/** The columns an input may set as they are; ARR and custom fields have rules of their own. */
export const PLAIN_FIELDS = [
  'name',
  'domain',
  'plan',
  'segment',
  'industry',
  'country',
  'currency',
  'startedAt',
  'renewalAt',
  'churnedAt',
  'churnReason',
] as const;
type PlainField = (typeof PLAIN_FIELDS)[number];

type AccountRow = Prisma.AccountGetPayload<object>;

/** What an account says at one moment of an upsert: what is stored, with the inputs so far laid over it. */
export type AccountState = Pick<AccountRow, 'id' | PlainField | 'arrCents' | 'strategicWeight' | 'custom'> & {
  arrHistory: ArrLine[];
};

/** What an input leaves of an account not heard of before. */
export function newState(id: string, input: AccountInput): AccountState {
  const plain = Object.fromEntries(PLAIN_FIELDS.map((field) => [field, input[field] ?? null]));
  return {
    ...(plain as Pick<AccountState, PlainField>),
    id,
    name: input.name ?? input.externalId,
    arrCents: input.arrCents === undefined ? null : BigInt(input.arrCents),
    strategicWeight: 1,
    custom: withoutNulls(input.custom ?? {}),
    arrHistory: [],
  };
}

/** The account with an input laid over it; the same object when the input says nothing new. Absent fields change nothing, null clears. */
export function applyInput(state: AccountState, input: AccountInput): AccountState {
  const changes: Record<string, unknown> = {};
  for (const field of PLAIN_FIELDS) {
    const value = input[field];
    if (value !== undefined && comparable(state[field]) !== comparable(value)) changes[field] = value;
  }
  if (input.arrCents !== undefined && state.arrCents !== BigInt(input.arrCents))
    changes.arrCents = BigInt(input.arrCents);
  if (input.custom) {
    const known = state.custom as Record<string, unknown>;
    const differs = Object.entries(input.custom).some(([key, value]) => (known[key] ?? null) !== value);
    if (differs) changes.custom = withoutNulls({ ...known, ...input.custom });
  }
  return Object.keys(changes).length === 0 ? state : { ...state, ...changes };
}

function withoutNulls(fields: Record<string, unknown>): Prisma.JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  ) as Prisma.JsonObject;
}

/** The state as JSON, for {@link restoreAccounts}: amounts as strings, dates in ISO 8601. */
export function snapshotState({ id: _, ...fields }: AccountState): Prisma.InputJsonObject {
  return JSON.parse(
    JSON.stringify(fields, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)),
  ) as Prisma.InputJsonObject;
}

/** Dates of accounts are days. */
function comparable(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}
