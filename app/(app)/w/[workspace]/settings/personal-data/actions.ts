'use server';

import { refresh } from 'next/cache';
import { formatCount } from '@/lib/core/format';
import { redactionFormSchema, saveRedaction } from '@/lib/feedback/save-redaction';
import { defineAction } from '@/lib/http/define-action';
import { findPeople } from '@/lib/privacy/find-people';
import { findPeopleFormSchema } from '@/lib/privacy/schema';

export const saveRedactionSettings = defineAction({
  permission: 'settings.edit',
  input: redactionFormSchema,
  async run({ scope }, settings) {
    const { deleted } = await saveRedaction(scope, settings);
    refresh();
    return { message: deleted > 0 ? `Saved. ${formatCount(deleted, 'original')} deleted.` : 'Saved.' };
  },
});

export const findPerson = defineAction({
  permission: 'people.erase',
  input: findPeopleFormSchema,
  async run({ scope }, { sought }) {
    return { data: await findPeople(scope, sought) };
  },
});
