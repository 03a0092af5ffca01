import { hash, verify } from '@node-rs/argon2';

// The library's algorithm is argon2id; OWASP's minimum for it: 19 MiB, two passes, one lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Compares in constant time; for an unknown user pass null, which costs the same and is always false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  standIn ??= hash('nobody has this password', OPTIONS);
  const matches = await verify(passwordHash ?? (await standIn), password);
  return matches && passwordHash !== null;
}

let standIn: Promise<string> | undefined;
