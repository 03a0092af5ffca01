import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([
  ['Ada Lovelace', 'AL'],
  ['maria del carmen ruiz', 'MR'],
  ['Élodie', 'É'],
  ['"Acme" Corp.', 'AC'],
  ['3M', '3'],
  ['  ', '?'],
])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
