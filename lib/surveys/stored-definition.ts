import type { Prisma } from '@/lib/db/client';
import { withGroups } from '@/lib/surveys/rule-schema';
import { type Delivery, definitionSchema, deliverySchema } from '@/lib/surveys/schema';
import type { Definition } from '@/lib/widget/definition';

/** A definition as a column of the database takes it. */
export function toJson(definition: Definition): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(definition)) as Prisma.InputJsonValue;
}

/** A stored definition; null where it is of another kind, as those of imported surveys are. */
export function readDefinition(stored: Prisma.JsonValue): Definition | null {
  const result = definitionSchema.safeParse(stored);
  return result.success ? result.data : null;
}

/** A stored delivery, with defaults for what was not set. */
export function readDelivery(stored: Prisma.JsonValue): Delivery {
  const result = deliverySchema.safeParse(withGroups(stored));
  return result.success ? result.data : deliverySchema.parse({});
}
