import { z } from 'zod';
import { ensureApiSource } from '@/lib/api/ensure-api-source';
import { MOST_ITEMS, sourceName } from '@/lib/api/fields';
import { batchResultSchema, type ItemOutcome, toBatchAnswer } from '@/lib/api/item-outcome';
import type { Scope } from '@/lib/db/scope';
import { type ApiOperation, defineOperation } from '@/lib/http/api-operation';
import { explainIssues } from '@/lib/http/field-error';

/** An item that passed its schema, with its place in the request. */
export interface PlacedItem<Item> {
  index: number;
  item: Item;
}

/** Writes items in the transaction of the whole request. Gives one outcome for each item, in any order. */
type Write<Item extends z.ZodType, Context> = (
  scope: Scope,
  items: PlacedItem<z.output<Item>>[],
  context: Context,
) => Promise<ItemOutcome[]>;

interface BatchDefinition<Item extends z.ZodType, Context>
  extends Pick<ApiOperation, 'id' | 'path' | 'tag' | 'summary' | 'description' | 'right'> {
  item: Item;
  exampleItem: z.input<Item>;
  write: Write<Item, Context>;
}

/** An operation that writes up to 1,000 items in one transaction; each that does not fit is refused by itself. */
export function defineBatchOperation<Item extends z.ZodType>({
  item,
  exampleItem,
  write,
  ...facts
}: BatchDefinition<Item, { now: Date }>): ApiOperation {
  const bodyOf = <Each extends z.ZodType>(each: Each) => z.strictObject({ items: itemsOf(each) });
  return defineOperation({
    ...facts,
    ...commonFacts,
    body: bodyOf(z.unknown()),
    documentedBody: bodyOf(item),
    example: { items: [exampleItem] },
    run: (scope, { body }) =>
      writeItems(scope, item, body.items, (inner, placed) => write(inner, placed, { now: new Date() })),
  });
}

/** The same for items that have their key within a source, the system they come from. */
export function defineSourcedBatchOperation<Item extends z.ZodType>({
  item,
  exampleItem,
  write,
  ...facts
}: BatchDefinition<Item, { sourceId: string }>): ApiOperation {
  const bodyOf = <Each extends z.ZodType>(each: Each) =>
    z.strictObject({ source: sourceName, items: itemsOf(each) });
  return defineOperation({
    ...facts,
    ...commonFacts,
    body: bodyOf(z.unknown()),
    documentedBody: bodyOf(item),
    example: { source: 'helpdesk', items: [exampleItem] },
    run: (scope, { body }) =>
      writeItems(scope, item, body.items, async (inner, placed) =>
        write(inner, placed, { sourceId: await ensureApiSource(inner, body.source) }),
      ),
  });
}

const itemsOf = <Each extends z.ZodType>(each: Each) => z.array(each).min(1).max(MOST_ITEMS);

const commonFacts = {
  method: 'POST' as const,
  params: z.object({}),
  query: z.strictObject({}),
  response: batchResultSchema,
  isBatch: true,
};

async function writeItems<Item extends z.ZodType>(
  scope: Scope,
  schema: Item,
  items: readonly unknown[],
  write: (scope: Scope, placed: PlacedItem<z.output<Item>>[]) => Promise<ItemOutcome[]>,
) {
  const { placed, refused } = parseItems(schema, items);
  return scope.run(async (_db, inner) => {
    const written = placed.length > 0 ? await write(inner, placed) : [];
    return toBatchAnswer([...refused, ...written].toSorted((a, b) => a.index - b.index));
  });
}

/** Parses items one by one: those that fit, and why the others do not. */
export function parseItems<Item extends z.ZodType>(
  schema: Item,
  items: readonly unknown[],
): { placed: PlacedItem<z.output<Item>>[]; refused: ItemOutcome[] } {
  const placed: PlacedItem<z.output<Item>>[] = [];
  const refused: ItemOutcome[] = [];
  items.forEach((item, index) => {
    const result = schema.safeParse(item);
    if (result.success) placed.push({ index, item: result.data });
    else refused.push({ index, kind: 'refused', errors: explainIssues(result.error, item, index) });
  });
  return { placed, refused };
}
