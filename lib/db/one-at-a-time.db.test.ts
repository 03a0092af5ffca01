import { expect, it } from 'vitest';
import { makeWorkspace } from './testing/make-workspace';

it('asks for several relations within a transaction one after the other', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const scope = await makeWorkspace();
  const found = await scope.run((db) =>
    db.workspace.findFirst({ include: { members: true, invitations: true, settings: true } }),
  );
  // Warnings are told at the end of the turn.
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(found?.settings).toEqual([]);
  expect(warnings).toEqual([]);
});
