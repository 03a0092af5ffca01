import { expect, it } from 'vitest';
import { explainOperations } from '@/lib/api/explain-operations';
import { makeOpenApiDocument } from '@/lib/api/openapi';
import { operations } from '@/lib/api/operations';

const explained = explainOperations(makeOpenApiDocument('https://voc.example.org'));
const find = (id: string) => explained.find((operation) => operation.id === id);

it('explains every operation, and the fields of every body', () => {
  expect(explained).toHaveLength(operations.length);
  for (const { id, method, fields, example } of explained) {
    expect([id, fields.length > 0, example !== '']).toEqual([id, method === 'POST', method === 'POST']);
  }
});

it('lays the fields of a batch out by the way to them', () => {
  const fields = find('addFeedback')?.fields ?? [];
  expect(fields.find(({ path }) => path === 'items[].account.externalId')).toEqual({
    path: 'items[].account.externalId',
    type: 'text',
    isRequired: true,
    description: 'Your own key of the account.',
  });
  expect(fields.find(({ path }) => path === 'items[].occurredAt')?.type).toBe('time');
  expect(fields.find(({ path }) => path === 'items[].channel')?.type).toContain('survey, ticket');
});

it('names what a parameter may be', () => {
  const parameters = find('listFeedback')?.parameters ?? [];
  expect(parameters.find(({ name }) => name === 'sentiment')?.choices).toEqual([
    'negative',
    'neutral',
    'positive',
  ]);
  expect(find('getFeedback')?.parameters).toMatchObject([{ name: 'id', place: 'path', isRequired: true }]);
});
