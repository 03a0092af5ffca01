import { conflict, ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { openTracker } from '@/lib/exports/trackers/open-tracker';
import { ApiError } from '@/lib/outbound/api-error';
import { sendRequest } from '@/lib/outbound/send-request';
import { type TrackerName, trackerNames } from '@/lib/settings/schema';

/**
 * Asks a tracker whether address, token and target are right; nothing is made there.
 * @returns where tickets would be made, in words.
 * @throws ExpectedError saying what is wrong.
 */
export async function testTracker(scope: Scope, name: TrackerName): Promise<string> {
  const tracker = await openTracker(scope, name, sendRequest);
  if (!tracker) throw conflict(`Fill in and save all of ${trackerNames[name]} first, its token too.`);
  try {
    return await tracker.test();
  } catch (error) {
    if (error instanceof ApiError) throw new ExpectedError('unavailable', error.message);
    throw error;
  }
}
