import type { PanelAccount, ProblemMention } from '@/lib/impact/panel';

/**
 * On which days each account mentioned which theme as a problem, laid out in columns: millions of small lists and maps cost more
 * than the sums over them. Blocks of an account follow one another; each is one theme.
 */
export interface SaidDays {
  themeIds: readonly string[];
  /** By account, and one more: blocks `blockOf[account]` to `blockOf[account + 1]`, exclusive, are its own. */
  blockOf: Int32Array;
  /** By block: position in `themeIds`. */
  theme: Int32Array;
  /** By block, and one more: where its days begin in `days`, distinct and ascending. */
  daysOf: Int32Array;
  days: Int32Array;
  /** By account, and one more: where its days of any theme begin in `allDays`, distinct and ascending. */
  allDaysOf: Int32Array;
  allDays: Int32Array;
}

/**
 * Mentions of units that are no accounts are left out.
 * @throws RangeError for an account given twice.
 */
export function groupSaidDays(
  accounts: readonly PanelAccount[],
  mentions: readonly ProblemMention[],
): SaidDays {
  const { ownerOf, themeOf, themeIds, offsets } = numberMentions(accounts, mentions);
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const { occurredDay } of mentions) {
    firstDay = Math.min(firstDay, occurredDay);
    lastDay = Math.max(lastDay, occurredDay);
  }
  // Theme and day as one number, so that sorting an account's mentions puts both in order.
  const span = lastDay - firstDay + 1;
  const said = new Float64Array(offsets[accounts.length] ?? 0);
  const filled = offsets.slice();
  for (let position = 0; position < mentions.length; position++) {
    const owner = ownerOf[position] ?? -1;
    if (owner === -1) continue;
    const place = filled[owner] ?? 0;
    filled[owner] = place + 1;
    said[place] = (themeOf[position] ?? 0) * span + (mentions[position]?.occurredDay ?? 0) - firstDay;
  }

  const result = {
    themeIds,
    blockOf: new Int32Array(accounts.length + 1),
    theme: new Int32Array(said.length),
    daysOf: new Int32Array(said.length + 1),
    days: new Int32Array(said.length),
    allDaysOf: new Int32Array(accounts.length + 1),
    allDays: new Int32Array(said.length),
  };
  let blocks = 0;
  let days = 0;
  let allDays = 0;
  for (let account = 0; account < accounts.length; account++) {
    const own = said.subarray(offsets[account], offsets[account + 1]).sort();
    const ownDays = new Int32Array(own.length);
    let before = Number.NaN;
    let theme = -1;
    for (let place = 0; place < own.length; place++) {
      const code = own[place] ?? 0;
      const day = firstDay + (code % span);
      ownDays[place] = day;
      if (code === before) continue;
      before = code;
      const codeTheme = Math.floor(code / span);
      if (codeTheme !== theme) {
        theme = codeTheme;
        result.theme[blocks] = theme;
        result.daysOf[blocks] = days;
        blocks++;
      }
      result.days[days++] = day;
    }
    ownDays.sort();
    for (let place = 0; place < ownDays.length; place++) {
      if (place === 0 || ownDays[place] !== ownDays[place - 1])
        result.allDays[allDays++] = ownDays[place] ?? 0;
    }
    result.blockOf[account + 1] = blocks;
    result.allDaysOf[account + 1] = allDays;
  }
  result.daysOf[blocks] = days;
  return result;
}

/** Each mention's account and theme as numbers, -1 where the unit is no account; and where each account's mentions begin. */
function numberMentions(accounts: readonly PanelAccount[], mentions: readonly ProblemMention[]) {
  const accountOf = new Map(accounts.map((record, position) => [record.accountId, position]));
  if (accountOf.size !== accounts.length) throw new RangeError('an account is given twice');
  const numbers = new Map<string, number>();
  const ownerOf = new Int32Array(mentions.length);
  const themeOf = new Int32Array(mentions.length);
  const offsets = new Int32Array(accounts.length + 1);
  for (const [position, { unitId, themeId }] of mentions.entries()) {
    const owner = accountOf.get(unitId) ?? -1;
    ownerOf[position] = owner;
    if (owner === -1) continue;
    const theme = numbers.get(themeId) ?? numbers.size;
    numbers.set(themeId, theme);
    themeOf[position] = theme;
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + 1;
  }
  for (let owner = 0; owner < accounts.length; owner++) {
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + (offsets[owner] ?? 0);
  }
  return { ownerOf, themeOf, offsets, themeIds: [...numbers.keys()] };
}
