import { languageName } from '@/components/feedback/language-name';
import { channelNames } from '@/components/surveys/channel-names';
import { startOf } from '@/lib/annotations/period';
import { formatDate } from '@/lib/core/format';
import { groupNames, type ResponseFilter, responsesHref } from '@/lib/responses/response-filter';

type Named = 'account' | 'contact' | 'import';

const NAMES: Record<Exclude<keyof ResponseFilter, 'metric'>, string> = {
  group: 'Group',
  score: 'Score',
  latest: 'Counted',
  account: 'Account',
  contact: 'Person',
  import: 'Import',
  survey: 'Survey',
  wordless: 'Comment',
  plan: 'Plan',
  segment: 'Segment',
  trait: 'Field',
  channel: 'Asked',
  language: 'Language',
  dated: 'Day',
  from: 'From',
  to: 'To',
};

/** The chips over a list of answers: each filter set, in words, with the address without it. */
export function answerChips(
  workspaceSlug: string,
  filter: ResponseFilter,
  names: Partial<Record<Named, string>>,
): { name: string; value: string; removeHref: string }[] {
  const { metric, ...rest } = filter;
  return (Object.keys(rest) as (keyof typeof rest)[]).map((field) => {
    const { [field]: _, ...without } = rest;
    return {
      name: NAMES[field],
      value: chipValue(field, filter, names),
      removeHref: responsesHref(workspaceSlug, { metric, ...without }),
    };
  });
}

function chipValue(
  field: Exclude<keyof ResponseFilter, 'metric'>,
  filter: ResponseFilter,
  names: Partial<Record<Named, string>>,
): string {
  switch (field) {
    case 'group':
      return filter.group ? groupNames[filter.group] : '';
    case 'latest':
      return 'Latest answer of each person';
    case 'account':
    case 'contact':
    case 'import':
      return names[field] ?? 'not found';
    case 'wordless':
      return 'None';
    case 'dated':
      return 'Of its own, not one for all rows';
    case 'survey':
      return 'As set';
    case 'from':
    case 'to':
      return formatDate(startOf(filter[field] ?? ''));
    case 'channel':
      return channelNames[filter.channel ?? ''] ?? filter.channel ?? '';
    case 'language':
      return languageName(filter.language ?? '');
    default:
      return String(filter[field] ?? '');
  }
}
