import type { RandomSource } from '@/lib/core/random';
import { addMonths, formatDay } from './days';
import { drawInteger, drawNormal, drawOne, drawWeighted, shuffle } from './draw';
import type { Language, ModelAccount, ModelContact, Voice } from './model';
import { companyHeads, companyTails, industries, personNamesOf, titles } from './names';
import { ACCOUNT_COUNT, type Talkativeness } from './parameters';
import type { SampleCurrency, SamplePlan } from './types';

const countries = { US: 52, GB: 10, CA: 7, DE: 8, FR: 8, ES: 6, NL: 3, AU: 4, IE: 2 };
const segments = { Starter: 'SMB', Team: 'Mid-market', Enterprise: 'Enterprise' } as const;
const arrDollars = { Starter: [1200, 7200], Team: [8400, 42_000], Enterprise: [54_000, 260_000] } as const;
const contactCounts = { Starter: [1, 3], Team: [2, 5], Enterprise: [3, 6] } as const;
const languages: Partial<Record<string, Language>> = { DE: 'de', FR: 'fr', ES: 'es' };

function drawTalkativeness(random: RandomSource, plan: SamplePlan, joinsLate: boolean): Talkativeness {
  const talkative = plan === 'Starter' ? (joinsLate ? 0.56 : 0.24) : plan === 'Team' ? 0.06 : 0.04;
  return drawWeighted(random, { quiet: (1 - talkative) * 0.55, normal: (1 - talkative) * 0.45, talkative });
}

function makeVoice(random: RandomSource, country: string): Voice {
  const local = languages[country];
  return {
    language: local !== undefined && random() < 0.42 ? local : 'en',
    length: drawWeighted(random, { terse: 28, normal: 50, wordy: 22 }),
    lowercase: random() < 0.2,
    dropsApostrophes: random() < 0.14,
    dropsFullStops: random() < 0.4,
    exclaims: random() < 0.12,
    greets: random() < 0.6,
    signs: random() < 0.5,
    typoShare: random() < 0.45 ? 0 : random() * 0.045,
    emojiShare: random() < 0.7 ? 0 : 0.1 + random() * 0.25,
  };
}

function makeContact(
  random: RandomSource,
  number: number,
  account: ModelAccount['record'],
  taken: Set<string>,
): ModelContact {
  const names = personNamesOf(account.country);
  let givenName = '';
  let name = '';
  do {
    givenName = drawOne(random, names.given);
    name = `${givenName} ${drawOne(random, names.family)}`;
  } while (taken.has(name));
  taken.add(name);
  const local = name
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .replace(' ', '.');
  const record = {
    externalId: `cont-${String(number).padStart(4, '0')}`,
    name,
    email: `${local}@${account.domain}`,
    title: drawOne(random, titles),
    accountExternalId: account.externalId,
  };
  return { record, givenName, voice: makeVoice(random, account.country), mood: drawNormal(random) };
}

function makeArrHistory(random: RandomSource, plan: SamplePlan, startDay: number, endDay: number) {
  const [low, high] = arrDollars[plan];
  let arrCents = Math.round((low + (high - low) * random() ** 1.6) / 60) * 6000;
  const history = [{ from: formatDay(startDay), arrCents }];
  for (let months = 6; addMonths(startDay, months) <= endDay; months += 6) {
    const change = drawWeighted(random, { none: 72, expansion: 20, contraction: 8 });
    if (change === 'none') continue;
    arrCents =
      Math.round(
        (arrCents * (change === 'expansion' ? 1.08 + random() * 0.3 : 0.7 + random() * 0.2)) / 1200,
      ) * 1200;
    history.push({ from: formatDay(addMonths(startDay, months)), arrCents });
  }
  return history;
}

/** The companies and their people, none of whom has left yet. Revenue histories and renewals run to `endDay`. */
export function makeAccounts(random: RandomSource, firstDay: number, endDay: number): ModelAccount[] {
  const names = shuffle(
    random,
    companyHeads.flatMap((head) => companyTails.map((tail) => `${head} ${tail}`)),
  );
  const accounts: ModelAccount[] = [];
  let contactNumber = 0;
  for (const name of names.slice(0, ACCOUNT_COUNT)) {
    const plan: SamplePlan = drawWeighted(random, { Starter: 46, Team: 37, Enterprise: 17 });
    const joinsLate = random() < 0.42;
    const startDay = joinsLate
      ? firstDay + Math.floor((endDay - 45 - firstDay) * random() ** 1.5)
      : firstDay - drawInteger(random, 1, 900);
    const country = drawWeighted(random, countries);
    const currency: SampleCurrency =
      country === 'GB'
        ? random() < 0.6
          ? 'GBP'
          : 'USD'
        : /DE|FR|ES|NL|IE/.test(country) && random() < 0.5
          ? 'EUR'
          : 'USD';
    let renewalDay = startDay;
    for (let years = 1; renewalDay <= endDay; years++) renewalDay = addMonths(startDay, 12 * years);
    const record = {
      externalId: `acct-${String(accounts.length + 1).padStart(4, '0')}`,
      name,
      domain: `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
      plan,
      segment: segments[plan],
      industry: drawOne(random, industries),
      country,
      currency,
      arrHistory: makeArrHistory(random, plan, startDay, endDay),
      startedAt: formatDay(startDay),
      churnedAt: null,
      churnReason: null,
      renewalAt: formatDay(renewalDay),
    };
    const [fewest, most] = contactCounts[plan];
    const taken = new Set<string>();
    const contacts = Array.from({ length: drawInteger(random, fewest, most) }, () =>
      makeContact(random, ++contactNumber, record, taken),
    );
    const talkativeness = drawTalkativeness(random, plan, joinsLate);
    const traits = { talkativeness, mood: drawNormal(random), usesMobileApp: random() < 0.36 };
    accounts.push({ record, startDay, churnDay: null, ...traits, contacts, driverEpisode: null });
  }
  return accounts;
}
