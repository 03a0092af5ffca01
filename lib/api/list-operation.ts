import { z } from 'zod';
import { markList, type Place, readCursor, writeCursor } from '@/lib/api/cursor';
import type { Scope } from '@/lib/db/scope';
import { type ApiOperation, defineOperation } from '@/lib/http/api-operation';

const MOST_ROWS = 500;
const USUAL_ROWS = 50;

/** A row with its place in the list. */
export interface PlacedRow<Row> {
  place: Place;
  row: Row;
}

interface ListDefinition<Filter extends z.ZodRawShape, Row extends z.ZodType>
  extends Pick<ApiOperation, 'id' | 'path' | 'tag' | 'summary' | 'description' | 'right'> {
  filter: Filter;
  row: Row;
  /** At most `limit` rows behind a place, in an order that rows which arrive meanwhile do not change. */
  find: (
    scope: Scope,
    filter: z.output<z.ZodObject<Filter>>,
    page: { after: Place | null; limit: number },
  ) => Promise<PlacedRow<z.input<Row>>[]>;
}

/** An operation that reads a list page by page. An unknown parameter is refused: it would widen what is read. */
export function defineListOperation<Filter extends z.ZodRawShape, Row extends z.ZodType>({
  filter,
  row,
  find,
  ...facts
}: ListDefinition<Filter, Row>): ApiOperation {
  const filterSchema = z.object(filter);
  const page = z.object({
    limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(USUAL_ROWS).describe('Rows in an answer.'),
    cursor: z.string().optional().describe('nextCursor of the answer before.'),
  });
  const response = z.object({
    items: z.array(row),
    nextCursor: z.string().nullable().describe('For the next request; null at the end.'),
  });
  return defineOperation({
    ...facts,
    method: 'GET',
    params: z.object({}),
    query: z.strictObject({ ...filter, ...page.shape }),
    body: z.undefined(),
    response,
    async run(scope, { query }) {
      const { limit, cursor } = page.parse(query);
      // Parsed a second time from what the first parse gave: filters are texts that stay as they are.
      const chosen = filterSchema.parse(query);
      const mark = markList(facts.id, chosen);
      const after = cursor === undefined ? null : readCursor(mark, cursor);
      const found = await find(scope, chosen, { after, limit: limit + 1 });
      const last = found.length > limit ? found[limit - 1] : undefined;
      const items = found.slice(0, limit).map((each) => each.row);
      return {
        body: { items, nextCursor: last ? writeCursor(mark, last.place) : null } as z.input<typeof response>,
      };
    },
  });
}
