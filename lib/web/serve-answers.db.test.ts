import childProcess from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findSiteKey } from '@/lib/surveys/site-key';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';

let server: childProcess.ChildProcess;
afterEach(() => server.kill('SIGKILL'));

/** Starts the server in a process of its own. @returns its port. */
async function start(port = 0): Promise<number> {
  server = childProcess.spawn(
    process.execPath,
    ['--import', 'tsx', 'lib/web/testing/serve-alone.ts', String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (!server.stdout) throw new Error('the server has no output');
  const [words] = await once(server.stdout, 'data');
  return Number(String(words));
}

it('has every answer that it acknowledged once, though it is killed on the way', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const surveyId = await makeSurvey(scope, { delivery: { mode: 'popover' } });
  const survey = await scope.run((db) =>
    db.survey.findFirstOrThrow({ where: { workspaceId, id: surveyId } }),
  );
  const port = await start();
  const address = `http://127.0.0.1:${port}/api/widget/${await findSiteKey(scope)}/answers`;
  const acknowledged = new Map<string, number>();
  const total = 150;
  let next = 0;
  const submit = async () => {
    while (next < total) {
      const score = next++ % 11;
      const responseId = newId();
      const body = JSON.stringify({
        ...{ survey: survey.publicKey, responseId, revision: 1, answers: { nps: score }, isDone: true },
        ...{ elapsedMs: 4000, channel: 'popover', language: 'en' },
      });
      // As the browser's queue does: again and again, until it is acknowledged.
      while (!acknowledged.has(responseId)) {
        const response = await fetch(address, { method: 'POST', body }).catch(() => null);
        if (response?.ok) acknowledged.set(responseId, score);
        else if (response) throw new Error(`refused with ${response.status}`);
        else await wait(20);
      }
    }
  };
  const kill = async () => {
    while (acknowledged.size < total / 3) await wait(1);
    server.kill('SIGKILL');
    await once(server, 'exit');
    await start(port);
  };
  await Promise.all([kill(), ...Array.from({ length: 12 }, submit)]);
  const answers = await scope.run((db) =>
    db.answer.findMany({ where: { workspaceId }, select: { responseId: true, score: true } }),
  );
  expect(answers).toHaveLength(total);
  expect(new Map(answers.map(({ responseId, score }) => [responseId, score]))).toEqual(acknowledged);
});
