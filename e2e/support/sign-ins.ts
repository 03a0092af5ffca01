import fs from 'node:fs';
import { parseSignIns } from '../../scripts/steps/sample-workspace.mjs';

/** The sample user of a role, from the file that the sample workspace wrote. */
export function getSignIn(role: string): { email: string; password: string } {
  const file = process.env.SIGN_INS_FILE ?? '.data/sign-ins.txt';
  const signIn = parseSignIns(fs.readFileSync(file, 'utf8')).find((candidate) => candidate.role === role);
  if (!signIn) throw new Error(`There is no sample user with the role ${role} in ${file}.`);
  return signIn;
}
