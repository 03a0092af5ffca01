import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { findRecordsKey } from './json-envelope';

describe('the list of records of an envelope', () => {
  it.each<[unknown, string | null]>([
    [{ items: [{ a: 1 }], next: null }, 'items'],
    [{ data: { items: [{ a: 1 }], total: 1 } }, 'data/items'],
    [{ satisfaction_ratings: [{ id: 1 }], count: 1 }, 'satisfaction_ratings'],
    [{ data: { feedback: { nodes: [{ id: '1' }] } } }, 'data/feedback/nodes'],
    [{ 'a/b': [{ x: 1 }] }, 'a~1b'],
    [{ links: [{ href: 'https://acme.test/a/very/long/address' }], entries: [{ a: 1 }] }, 'entries'],
    [{ columns: [{ n: 1 }], entries: [{ a: 'longer' }, { a: 'longer' }] }, 'entries'],
    [{ id: 'c1', text: 'Slow', tags: [{ name: 'a' }] }, null],
    [{ conversation: { id: 'c1', parts: [{ body: 'Slow' }] } }, null],
    [{ words: 'no list', numbers: [1, 2] }, null],
    [{ a: { b: { c: { d: [{ x: 1 }] } } } }, null],
    [{ groups: [{ items: [{ a: 1 }] }] }, 'groups'],
    [{ note: '"data":[{', more: { data: [] } }, null],
  ])('of %j is at %j', (value, path) => {
    expect(findRecordsKey(JSON.stringify(value))).toBe(path);
    expect(findRecordsKey(JSON.stringify(value, null, 2))).toBe(path);
  });

  it('is found in a beginning that breaks off within it', () => {
    expect(findRecordsKey('{"meta":[{"a":1}],"data":{"items":[{"text":"A long sen')).toBe('data/items');
  });
});

describe.runIf(hasShapes('envelopes of vendors'))('of vendors', () => {
  it.each([
    ['zendesk_satisfaction_ratings.json', 'satisfaction_ratings'],
    ['medallia_text_analytics.json', 'data/feedback/nodes'],
    ['g2_survey_responses.json', 'data'],
    ['trustpilot_reviews.json', 'reviews'],
    ['intercom_conversation.json', null],
    ['typeform_webhook.json', null],
    ['posthog_survey_sent.json', null],
    ['formbricks_hub_feedback_record.json', null],
  ])('%s is at %j', (name, path) => {
    expect(findRecordsKey(readFileSync(shapeFile(name), 'utf8'))).toBe(path);
  });
});
