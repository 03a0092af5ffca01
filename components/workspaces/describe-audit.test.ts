import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { permissionWords } from '@/lib/auth/permissions';
import { jobs } from '@/lib/jobs/contracts';
import { actionWords, describeAction, describeDetails } from './describe-audit';

/** What the changing part of an action's name may be, by the variable that holds it. */
const PARTS: Record<string, string[]> = {
  status: ['succeeded', 'cancelled', 'undone'],
  aspect: ['sentiment', 'kind'],
};

/** Actions that a file which records some may write: names like `member.removed` that are no job, permission or file. */
function actionsIn(text: string): string[] {
  const plain = [...text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, name]) => name ?? '');
  const made = [...text.matchAll(/`([a-z]+\.)\$\{(\w+)\}(\w*)`/g)].flatMap(([, before, part, after]) => {
    const parts = PARTS[part ?? ''];
    if (!parts) throw new Error(`Say in this test what \${${part}} stands for in an action's name.`);
    return parts.map((each) => `${before}${each}${after}`);
  });
  const isOther = (name: string) =>
    Object.hasOwn(jobs, name) || Object.hasOwn(permissionWords, name) || name.endsWith('.csv');
  return [...plain, ...made].filter((name) => !isOther(name));
}

it('has words for every action that the code records', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join('lib', file), 'utf8'));
  const actions = [
    ...new Set(files.filter((text) => /recordAudit\(|recordDecisions\(/.test(text)).flatMap(actionsIn)),
  ];
  expect(actions).toEqual(
    expect.arrayContaining(['import.succeeded', 'feedback.kind_corrected', 'theme.merged']),
  );
  expect(actions.filter((action) => !Object.hasOwn(actionWords, action))).toEqual([]);
});

it('names an action, known or not', () => {
  expect(describeAction('member.role_changed')).toBe('Role changed');
  expect(describeAction('theme.split_off')).toBe('Theme split off');
});

it('lays details out on one line', () => {
  expect(describeDetails({})).toBe('');
  expect(describeDetails({ to: 'cx_lead', from: 'viewer' })).toBe('from Viewer, to CX lead');
  expect(describeDetails({ enabled: true })).toBe('enabled yes');
  expect(describeDetails({ from: { name: 'Acme' }, rowCount: 3, ids: ['a', 'b'], before: null })).toBe(
    'from (name Acme), row count 3, ids a, b, before –',
  );
});
