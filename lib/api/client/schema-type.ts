import type { JsonSchema } from '@/lib/api/openapi';

const PLAIN: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** A JSON Schema as a type of TypeScript. What it has no word for is unknown. */
export function schemaType(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? 'unknown';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices))
    return choices.map((choice) => inUnion(schemaType(choice as JsonSchema))).join(' | ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => schemaType({ ...schema, type })).join(' | ');
  if (schema.type === 'array') return `Array<${schemaType((schema.items ?? {}) as JsonSchema)}>`;
  if (schema.type === 'object') return objectType(schema);
  return PLAIN[String(schema.type)] ?? 'unknown';
}

const inUnion = (type: string) => (type.includes('=>') ? `(${type})` : type);

function objectType({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const fields = Object.entries(properties as Record<string, JsonSchema>).map(([name, field]) => {
    const comment =
      typeof field.description === 'string' ? `/** ${field.description.replaceAll('*/', '* /')} */ ` : '';
    const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
    return `${comment}${key}${(required as string[]).includes(name) ? '' : '?'}: ${schemaType(field)};`;
  });
  const others = additionalProperties;
  if (typeof others !== 'object' || others === null) {
    return fields.length > 0 ? `{ ${fields.join(' ')} }` : 'Record<string, unknown>';
  }
  const record = `Record<string, ${schemaType(others as JsonSchema)}>`;
  // Beside fields of their own kinds, others can be anything.
  return fields.length > 0 ? `{ ${fields.join(' ')} } & Record<string, unknown>` : record;
}
