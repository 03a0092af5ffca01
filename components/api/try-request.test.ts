import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { curlCommand, layOutAnswer, requestAddress } from './try-request';

const parameter = (name: string, place: 'path' | 'query') => ({
  ...{ name, place, isRequired: false, description: '', choices: [] },
});

it('fills the address with what is given', () => {
  const operation = {
    path: '/feedback/{id}',
    parameters: [parameter('id', 'path'), parameter('q', 'query')],
  };
  expect(requestAddress(operation, { id: 'a/b', q: ' "slow export" ' })).toBe(
    '/api/v1/feedback/a%2Fb?q=%22slow+export%22',
  );
  expect(requestAddress(operation, { id: 'x', q: ' ' })).toBe('/api/v1/feedback/x');
});

it('writes a command that a shell reads back whole', () => {
  const body = `{"text": "it's $HOME \`date\` \\\\"}`;
  const command = curlCommand({ method: 'POST', address: 'https://x/api?a=1&b=2', key: 'k', body });
  const read = execFileSync('sh', ['-c', command.replace(/^curl/, 'printf "%s\\n"')], { encoding: 'utf8' });
  expect(read.split('\n').slice(0, -1)).toEqual([
    'https://x/api?a=1&b=2',
    '-H',
    'Authorization: Bearer k',
    '-H',
    'Content-Type: application/json',
    '-d',
    body,
  ]);
  expect(curlCommand({ method: 'GET', address: 'https://x', key: '', body: '' })).toContain('YOUR_KEY');
});

it('lays out JSON and leaves other answers', () => {
  expect(layOutAnswer('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(layOutAnswer('<html>')).toBe('<html>');
});
