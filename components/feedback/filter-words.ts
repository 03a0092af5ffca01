import { intentLabels, kindNames } from '@/lib/annotations/correction-schema';
import { type FeedbackFilter, feedbackHref, withoutField } from '@/lib/annotations/feedback-filter';
import type { NamedFilter } from '@/lib/annotations/find-filter-choices';
import { startOf } from '@/lib/annotations/period';
import { formatDate } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';
import { languageName } from './language-name';

/** What each filter is called on a screen. */
export const filterNames: Record<keyof FeedbackFilter, string> = {
  q: 'Words',
  sentiment: 'Sentiment',
  kind: 'Kind',
  intent: 'Intent',
  channel: 'Channel',
  language: 'Language',
  theme: 'Theme',
  branch: 'Theme with sub-themes',
  first: 'Themes',
  problem: 'Mentions',
  read: 'Read',
  untagged: 'Themes',
  tagged: 'Themes',
  unsure: 'Themes',
  corrected: 'Themes',
  byWords: 'Themes',
  unjudged: 'Sentiment',
  reader: 'Last read by',
  account: 'Account',
  accountless: 'Account',
  contact: 'Person',
  conversation: 'Conversation',
  import: 'Import',
  source: 'Source',
  plan: 'Plan',
  segment: 'Segment',
  field: 'Field of your own',
  dated: 'Day',
  from: 'From',
  to: 'To',
};

/** A filter's value as a reader knows it. Ids are given by name; one that stands for nothing is "not found". */
export function filterValue(
  field: keyof FeedbackFilter,
  filter: FeedbackFilter,
  names: Partial<Record<NamedFilter, string>>,
): string {
  const value = filter[field] ?? '';
  switch (field) {
    case 'sentiment': {
      const word = value.charAt(0).toUpperCase() + value.slice(1);
      return (filter.theme || filter.branch) && !filter.first ? `${word} about the theme` : word;
    }
    case 'kind':
      return filter.kind ? kindNames[filter.kind] : '';
    case 'intent':
      return filter.intent ? intentLabels[filter.intent] : '';
    case 'channel':
      return filter.channel ? channelNames[filter.channel] : '';
    case 'language':
      return languageName(value);
    case 'problem':
      return 'Problems only';
    case 'first':
      return 'As first assigned';
    case 'read':
      return value === 'content' ? 'With content' : 'Yes';
    case 'untagged':
      return 'None';
    case 'tagged':
      return 'Any';
    case 'unsure':
      return 'The engine is not sure of one';
    case 'corrected':
      return 'Corrected by a person';
    case 'dated':
      return 'Of its own, not one for all rows';
    case 'byWords':
      return 'Judged by words alone';
    case 'unjudged':
    case 'accountless':
      return 'None';
    case 'account':
    case 'contact':
    case 'theme':
    case 'branch':
    case 'import':
    case 'source':
    case 'conversation':
    case 'reader':
      return names[field] ?? 'not found';
    case 'field':
      return value.replace('=', ': ');
    case 'from':
    case 'to':
      return formatDate(startOf(value));
    default:
      return value;
  }
}

/** The chips over a list: each filter set, in words, with the address without it. */
export function filterChips(
  workspaceSlug: string,
  filter: FeedbackFilter,
  names: Partial<Record<NamedFilter, string>>,
): { name: string; value: string; removeHref: string }[] {
  return (Object.keys(filter) as (keyof FeedbackFilter)[]).map((field) => ({
    name: filterNames[field],
    value: filterValue(field, filter, names),
    removeHref: feedbackHref(workspaceSlug, withoutField(filter, field)),
  }));
}
