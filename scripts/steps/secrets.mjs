import crypto from 'node:crypto';
import fs from 'node:fs';
import { inData, writePrivateFile } from './paths.mjs';
import { Refusal } from './refusal.mjs';

/**
 * What this installation must keep to itself. `settingsKey` encrypts other secrets in the database: losing it
 * loses them.
 * @typedef {{ ownerPassword: string, applicationPassword: string, authSecret: string, settingsKey: string }} Secrets
 */

/** Reads the secrets of this installation, or draws them on its first start. @returns {Secrets} */
export function readSecrets() {
  const file = inData('secrets.json');
  if (fs.existsSync(file)) {
    fs.chmodSync(file, 0o600);
    return parseSecrets(fs.readFileSync(file, 'utf8'), file);
  }
  const secrets = {
    ownerPassword: crypto.randomBytes(24).toString('hex'),
    applicationPassword: crypto.randomBytes(24).toString('hex'),
    authSecret: crypto.randomBytes(32).toString('base64'),
    settingsKey: crypto.randomBytes(32).toString('base64'),
  };
  writePrivateFile(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** @param {string} text @param {string} file @returns {Secrets} */
function parseSecrets(text, file) {
  try {
    const { ownerPassword, applicationPassword, authSecret, settingsKey } = JSON.parse(text);
    if (ownerPassword && applicationPassword && authSecret && settingsKey) {
      return { ownerPassword, applicationPassword, authSecret, settingsKey };
    }
  } catch {
    // Never drawn anew in silence: the database could no longer be opened or read with other ones.
  }
  throw new Refusal(
    `${file} is damaged: restore it from a backup, or remove the whole directory to begin anew.`,
  );
}
