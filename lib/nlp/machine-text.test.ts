import { describe, expect, it } from 'vitest';
import { dropMachineLines, isMachineLine, keepSaid } from './machine-text';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

describe('isMachineLine', () => {
  it.each([
    'java.lang.IllegalStateException: Failed to load the bean',
    'Caused by: org.shop.BadStateException: dead letter',
    'Exception in thread "main" java.lang.OutOfMemoryError: heap',
    '\tat org.shop.Cart.add(Cart.java:141)',
    '    at async loadOrders (/srv/app/orders.js:33:7)',
    '    at /srv/app/index.js:3:5',
    'Traceback (most recent call last):',
    '  File "/srv/app.py", line 12, in <module>',
    'ValueError: could not convert string to float',
    'Uncaught (in promise) TypeError: cannot read properties of undefined',
    '... 23 more',
    '2026-03-04 12:10:11,301 ERROR [worker-3] connection refused',
    '[WARN] deprecated, will fail soon',
    'FATAL [main] cannot start',
    '[2026-03-04T12:10:11.301Z] [main] com.shop.Cart - WARN slow answer',
    '2026-03-04 12:10:11,301 - payments.api - ERROR - card refused',
    'GET /api/orders HTTP/1.1 500 12',
    'HTTP/1.1 502 Bad Gateway',
    'GET /api/orders 500 Internal Server Error in 12 ms',
    'at java.lang.Thread.sleep(Native Method)',
    'at Object.run(<anonymous>)',
  ])('is true of %s', (line) => {
    expect(isMachineLine(line)).toBe(true);
  });

  it.each([
    'Error: nothing works any more',
    'I get a TypeError: undefined is not a function',
    'ERROR AGAIN!!! Fix this',
    'The Exception page is ugly',
    'INFO is missing on the invoice',
    'Great service at the Savoy (London)',
    'POST offices are closed, 500 people wait',
    '2026-03-04 was a terrible day',
    'GET /api/orders gives 500 every time since Monday, this is terrible',
    'POST /login 500 every time, please fix it',
    'at login (ERROR every time)',
    'at the Error page (again)',
    'at checkout(mobile)',
    'On 2026-03-04 12:10 nobody answered',
    '2026-03-04 12:10 I got an ERROR again',
    '2026-03-04 12:10 still FATAL for us',
  ])('is false of %s', (line) => {
    expect(isMachineLine(line)).toBe(false);
  });

  it('takes little time for hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) expect(typeof dropMachineLines(text)).toBe('string');
    expect(isMachineLine(`at ${'a('.repeat(100_000)}Error`)).toBe(false);
    expect(isMachineLine(`GET /a 500 ${' 1'.repeat(100_000)}${' '.repeat(100_000)}x`)).toBe(false);
  });
});

it('drops no line of the customer for the sake of another', () => {
  const text = 'I get an Error\nat the big store (London)';
  expect(dropMachineLines(text)).toBe(text);
});

it('keepSaid leaves the words of the customer', () => {
  const text = 'The export stopped.\n[ERROR] job failed\nSee https://example.com/bad\nPlease help';
  expect(keepSaid(text)).toBe('The export stopped.\n \nSee  \nPlease help');
});
