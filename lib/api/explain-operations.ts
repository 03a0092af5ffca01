import { schemaType } from '@/lib/api/client/schema-type';
import type { JsonSchema, OpenApiDocument, OpenApiOperation } from '@/lib/api/openapi';

/** A field of a body, by the way to it: `items[].account.externalId`. */
export interface ExplainedField {
  path: string;
  type: string;
  isRequired: boolean;
  description: string;
}

export interface ExplainedParameter {
  name: string;
  place: 'path' | 'query';
  isRequired: boolean;
  description: string;
  /** What it may be, where that is a short list. */
  choices: string[];
}

/** An operation as a page shows it. */
export interface ExplainedOperation {
  id: string;
  method: 'GET' | 'POST';
  path: string;
  tag: string;
  summary: string;
  description: string;
  parameters: ExplainedParameter[];
  fields: ExplainedField[];
  /** A body to begin with; empty for those without one. */
  example: string;
}

/** Every operation of a document, with its fields laid out in a list. */
export function explainOperations({ paths, components }: OpenApiDocument): ExplainedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): ExplainedOperation => {
      const body = operation.requestBody?.content['application/json'];
      return {
        id: operation.operationId,
        method: method === 'get' ? 'GET' : 'POST',
        path,
        tag: operation.tags[0] ?? '',
        summary: operation.summary,
        description: operation.description,
        parameters: explainParameters(operation),
        fields: body ? listFields(body.schema, components.schemas, '') : [],
        example: body?.example ? JSON.stringify(body.example, null, 2) : '',
      };
    }),
  );
}

function explainParameters({ parameters }: OpenApiOperation): ExplainedParameter[] {
  return parameters.flatMap(({ name, in: place, required, description = '', schema }) =>
    place === 'header'
      ? []
      : [{ name, place, isRequired: required, description, choices: choicesOf(schema) }],
  );
}

function choicesOf(schema: JsonSchema): string[] {
  if (Array.isArray(schema.enum)) return schema.enum.map(String);
  return 'const' in schema ? [String(schema.const)] : [];
}

function listFields(schema: JsonSchema, named: Record<string, JsonSchema>, prefix: string): ExplainedField[] {
  const resolved = resolve(schema, named);
  const choices = resolved.anyOf as JsonSchema[] | undefined;
  // The first of several forms is the plainest.
  if (choices) return listFields(choices[0] ?? {}, named, prefix);
  const required = (resolved.required ?? []) as string[];
  const properties = (resolved.properties ?? {}) as Record<string, JsonSchema>;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const shape = resolve(field, named);
    const own: ExplainedField = {
      path,
      type: nameType(shape),
      isRequired: required.includes(name),
      description: String(field.description ?? shape.description ?? ''),
    };
    if (shape.type === 'array')
      return [own, ...listFields((shape.items ?? {}) as JsonSchema, named, `${path}[].`)];
    return [own, ...(shape.properties ? listFields(shape, named, `${path}.`) : [])];
  });
}

function resolve(schema: JsonSchema, named: Record<string, JsonSchema>): JsonSchema {
  if (typeof schema.$ref !== 'string') return schema;
  return named[schema.$ref.split('/').at(-1) ?? ''] ?? {};
}

function nameType(schema: JsonSchema): string {
  if (schema.format === 'date-time') return 'time';
  if (schema.format === 'date') return 'day';
  if (schema.type === 'array') return 'list';
  if (schema.type === 'object') return 'object';
  if (schema.type === 'integer') return 'whole number';
  const choices = choicesOf(schema);
  if (choices.length > 0) return choices.join(', ');
  return schema.type === 'string' ? 'text' : schemaType(schema);
}
