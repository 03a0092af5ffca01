import { describe, expect, it } from 'vitest';
import { parseSignIns } from './sample-workspace.mjs';

describe('parseSignIns', () => {
  it('reads a line for each role and passes over remarks', () => {
    expect(parseSignIns('# role\temail\tpassword\n\nowner\tada@sample.test\tse cret\n')).toEqual([
      { role: 'owner', email: 'ada@sample.test', password: 'se cret' },
    ]);
  });
});
