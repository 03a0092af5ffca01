import { describe, expect, it } from 'vitest';
import { seal, unseal } from '@/lib/settings/seal';

const masterKey = Buffer.alloc(32, 1);
const place = { workspaceId: 'w1', key: 'languageModel.apiKey' };

describe('seal', () => {
  it.each(['sk-123', '', 'ключ 🔑'])('opens to what was sealed: %j', (secret) => {
    expect(unseal(masterKey, place, seal(masterKey, place, secret))).toBe(secret);
  });

  it('never makes the same bytes twice and does not show the secret', () => {
    const first = seal(masterKey, place, 'sk-123');
    expect(first.equals(seal(masterKey, place, 'sk-123'))).toBe(false);
    expect(first.includes('sk-123')).toBe(false);
  });

  it('stays shut under another master key', () => {
    expect(unseal(Buffer.alloc(32, 2), place, seal(masterKey, place, 'sk-123'))).toBeNull();
  });

  it('stays shut in another workspace or under another name', () => {
    const sealed = seal(masterKey, place, 'sk-123');
    expect(unseal(masterKey, { ...place, workspaceId: 'w2' }, sealed)).toBeNull();
    expect(unseal(masterKey, { ...place, key: 'other' }, sealed)).toBeNull();
  });

  it('stays shut when any byte was changed or the end is missing', () => {
    const sealed = seal(masterKey, place, 'sk-123');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(unseal(masterKey, place, changed)).toBeNull();
      expect(unseal(masterKey, place, sealed.subarray(0, index))).toBeNull();
    }
  });
});
