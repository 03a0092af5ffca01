'use client';

import { useState } from 'react';
import { CopyText } from '@/components/surveys/copy-text';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import type { ExplainedOperation } from '@/lib/api/explain-operations';
import { ApiAnswer } from './api-answer';
import { FieldTable } from './field-table';
import { ParameterFields } from './parameter-fields';
import { PlainMarkdown } from './plain-markdown';
import { curlCommand, requestAddress } from './try-request';

type Props = {
  operations: [ExplainedOperation, ...ExplainedOperation[]];
  /** Where this installation is, for the command. */
  origin: string;
};

/** Every operation of the API: what it takes, as a command, and sent from here with a key that stays in this page. */
export function ApiExplorer({ operations, origin }: Props) {
  const [id, choose] = useState(operations[0].id);
  const [key, setKey] = useState('');
  const operation = operations.find((each) => each.id === id) ?? operations[0];
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return (
    <>
      <Card>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="operation" label="Operation">
            {(control) => (
              <Select {...control} value={id} onChange={(event) => choose(event.target.value)}>
                {tags.map((tag) => (
                  <optgroup key={tag} label={tag}>
                    {operations
                      .filter((each) => each.tag === tag)
                      .map((each) => (
                        <option key={each.id} value={each.id}>
                          {each.method} {each.path} – {each.summary}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </Select>
            )}
          </Field>
          <Field
            name="key"
            label="Your key"
            hint="It stays in this page and goes nowhere but with what you send."
          >
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="off"
                value={key}
                onChange={(event) => setKey(event.target.value.trim())}
              />
            )}
          </Field>
        </div>
      </Card>
      <TryOperation key={id} operation={operation} apiKey={key} origin={origin} />
    </>
  );
}

function TryOperation({
  operation,
  apiKey,
  origin,
}: {
  operation: ExplainedOperation;
  apiKey: string;
  origin: string;
}) {
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(operation.example);
  const { method, parameters, fields } = operation;
  const address = requestAddress(operation, values);
  return (
    <>
      <Section
        title={
          <>
            {method} <span className="break-all">{operation.path}</span>
          </>
        }
      >
        <PlainMarkdown text={`${operation.summary}.\n\n${operation.description}`} />
        <Card className="space-y-5">
          {parameters.length > 0 && (
            <ParameterFields
              parameters={parameters}
              values={values}
              onChange={(name, value) => setValues({ ...values, [name]: value })}
            />
          )}
          {method === 'POST' && (
            <Field name="body" label="Body" hint="JSON.">
              {(control) => (
                <Textarea
                  {...control}
                  rows={Math.min(20, body.split('\n').length + 1)}
                  spellCheck={false}
                  className="font-mono text-sm"
                  value={body}
                  onChange={(event) => setBody(event.target.value)}
                />
              )}
            </Field>
          )}
          <ApiAnswer request={{ method, address, key: apiKey, body }} />
          <CopyText
            label="As a command"
            text={curlCommand({ method, address: `${origin}${address}`, key: apiKey, body })}
          />
        </Card>
      </Section>
      {fields.length > 0 && (
        <Section title="Fields of the body">
          <Card flush>
            <FieldTable fields={fields} />
          </Card>
        </Section>
      )}
    </>
  );
}
