import childProcess from 'node:child_process';
import { once } from 'node:events';
import { build, needsBuild } from '../../scripts/steps/build.mjs';
import { findFreePort } from '../../scripts/steps/port.mjs';
import { waitForWeb, webCommand } from '../../scripts/steps/services.mjs';
import { buildWidget } from '../../scripts/steps/widget.mjs';
import { openBenchDatabase } from '../support/database';

/** The product as `npm start` runs its web server, with one published survey that asks for an NPS. */
export interface Product {
  address: string;
  ownerUrl: string;
  siteKey: string;
  surveyKey: string;
  surveyId: string;
  workspaceId: string;
  /** Ends the web server as a fall of power would, and starts it again. */
  kill: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openProduct(): Promise<Product> {
  const database = await openBenchDatabase();
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXTAUTH_URL: address,
    // Every request comes from an address of its own, as those of a crowd do.
    TRUST_PROXY: '1',
  });
  await buildWidget();
  if (needsBuild()) await build();
  let web = await startWeb(port, address);
  const survey = await makeNpsSurvey();
  return {
    address,
    ownerUrl: database.ownerUrl,
    ...survey,
    async kill() {
      web.kill('SIGKILL');
      await once(web, 'exit');
      web = await startWeb(port, address);
    },
    async close() {
      web.kill('SIGTERM');
      if (web.exitCode === null) await once(web, 'exit');
      await database.close();
    },
  };
}

async function startWeb(port: number, address: string) {
  const web = childProcess.spawn(process.execPath, webCommand(false, '127.0.0.1', port), {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitForWeb(address);
  return web;
}

async function makeNpsSurvey() {
  const { disconnect } = await import('@/lib/db/client');
  const { closeQueue } = await import('@/lib/jobs/queue');
  const { makeWorkspace } = await import('@/lib/db/testing/make-workspace');
  const { makeSurvey } = await import('@/lib/surveys/testing/make-survey');
  const { findSiteKey } = await import('@/lib/surveys/site-key');
  const scope = await makeWorkspace();
  const surveyId = await makeSurvey(scope, {
    delivery: { mode: 'popover', delaySeconds: 0, coolDownDays: 0 },
  });
  const siteKey = (await findSiteKey(scope)) ?? '';
  const survey = await scope.run((db) =>
    db.survey.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, id: surveyId } }),
  );
  await closeQueue();
  await disconnect();
  return { siteKey, surveyKey: survey.publicKey ?? '', surveyId, workspaceId: scope.workspaceId };
}
