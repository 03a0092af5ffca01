import { expect, it } from 'vitest';
import {
  checkProof,
  findSuspicion,
  makeChallenge,
  makeShownMark,
  readShownMark,
} from '@/lib/surveys/suspicion';
import { solve } from '@/lib/widget/proof';

const now = new Date('2026-05-01T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

it('takes the work of a browser for the response that it was asked for, for a month', async () => {
  const challenge = makeChallenge('r1', now);
  const proof = await solve(challenge);
  expect(proof.startsWith(`${challenge}:`)).toBe(true);
  expect(checkProof('r1', proof, later(30))).toBe(true);
  expect(checkProof('r1', proof, later(30.01))).toBe(false);
  expect(checkProof('r2', proof, now)).toBe(false);
});

it('takes no challenge of somebody else, and none that was not solved', () => {
  const challenge = makeChallenge('r1', now);
  expect(
    ['', ':', challenge, `${challenge}:`, 'a.b:1'].filter((proof) => checkProof('r1', proof, now)),
  ).toEqual([]);
  // A mark of a page is signed for another purpose.
  expect(readShownMark('r1', challenge)).toBeNull();
  expect(readShownMark('r1', makeShownMark('r1', now))).toEqual(now);
});

it('names the strongest reason', () => {
  expect(findSuspicion({ trap: 'x', elapsedMs: 1, isProven: false })).toBe('trap');
  expect(findSuspicion({ trap: '', elapsedMs: 699, isProven: false })).toBe('too_fast');
  expect(findSuspicion({ trap: '', elapsedMs: 700, isProven: false })).toBe('no_proof');
  expect(findSuspicion({ trap: '', elapsedMs: null, isProven: true })).toBeNull();
});
