import { z } from 'zod';
import { DEFAULT_PERIOD, PERIODS } from '@/components/themes/period-tabs';

/** The length of a period in the address, in days. */
export const periodDays = z.coerce
  .number()
  .pipe(z.literal([...PERIODS]))
  .catch(DEFAULT_PERIOD);
