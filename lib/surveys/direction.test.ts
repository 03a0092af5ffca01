import { expect, it } from 'vitest';
import { directionOf } from '@/lib/surveys/direction';

it('knows how languages are written, by their script', () => {
  for (const code of ['ar', 'he', 'fa-IR', 'ckb', 'ur', 'ku-Arab', 'pa-PK', 'yi', 'dv', 'ps', 'ug'])
    expect(directionOf(code), code).toBe('rtl');
  for (const code of ['en', 'ku', 'ur-Latn', 'pa', 'zh-Hans', 'en-nonsensicalcode', ''])
    expect(directionOf(code), code).toBe('ltr');
});
