import type { Scope } from '@/lib/db/scope';
import { makeGithub } from '@/lib/exports/trackers/github';
import { makeJira } from '@/lib/exports/trackers/jira';
import { makeLinear } from '@/lib/exports/trackers/linear';
import type { Tracker } from '@/lib/exports/trackers/tracker';
import type { Send } from '@/lib/outbound/send-request';
import { findSecret, getSetting, isSecretSet } from '@/lib/settings/queries';
import { type SettingValue, type TrackerName, trackers } from '@/lib/settings/schema';

/** The tracker as the workspace set it up, or null where it did not (wholly). */
export async function openTracker(scope: Scope, name: TrackerName, send: Send): Promise<Tracker | null> {
  const token = await findSecret(scope, `${name}.token`);
  if (token === null) return null;
  if (name === 'jira') {
    const settings = await getSetting(scope, 'jira');
    return isTargetSet.jira(settings) ? makeJira(settings, token, send) : null;
  }
  if (name === 'linear') {
    const settings = await getSetting(scope, 'linear');
    return isTargetSet.linear(settings) ? makeLinear(settings, token, send) : null;
  }
  const settings = await getSetting(scope, 'github');
  return isTargetSet.github(settings) ? makeGithub(settings, token, send) : null;
}

const isTargetSet = {
  jira: ({ baseUrl, email, projectKey }: SettingValue<'jira'>) => Boolean(baseUrl && email && projectKey),
  linear: ({ teamId }: SettingValue<'linear'>) => Boolean(teamId),
  github: ({ owner, repository }: SettingValue<'github'>) => Boolean(owner && repository),
};

/** The trackers that are set up: where issues can be made. */
export async function findOpenTrackers(scope: Scope): Promise<TrackerName[]> {
  const [jira, linear, github] = [
    await getSetting(scope, 'jira'),
    await getSetting(scope, 'linear'),
    await getSetting(scope, 'github'),
  ];
  const targets = {
    jira: isTargetSet.jira(jira),
    linear: isTargetSet.linear(linear),
    github: isTargetSet.github(github),
  };
  const open: TrackerName[] = [];
  for (const name of trackers) {
    if (targets[name] && (await isSecretSet(scope, `${name}.token`))) open.push(name);
  }
  return open;
}
