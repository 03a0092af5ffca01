import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';
import { type Address, hasReversedDays, valueInAddress } from '@/lib/responses/address';
import { swapDaysHref } from './swap-days';

type Props = {
  /** Fields of the address that could not be read, with what stood there. */
  fields: string[];
  query: Address;
  clearHref: string;
};

/** Says which filters could not be read. Nothing is shown then: a guess would show more than was asked for. */
export function UnreadableFilters({ fields, query, clearHref }: Props) {
  const words = fields.map((field) => `${field}=${valueInAddress(query, field) ?? ''}`);
  return (
    <FormMessage tone="negative" title="Nothing is shown">
      {fields.includes('from') && hasReversedDays(query) ? (
        <p>
          From is after To: <TextLink href={swapDaysHref(clearHref, query)}>swap them</TextLink>.
        </p>
      ) : (
        <p className="break-words">
          {words.length === 1 ? 'The filter ' : 'The filters '}
          {words.map((word, index) => (
            <span key={word}>
              {index > 0 && ' and '}
              <code className="rounded-sm bg-surface px-1">{word}</code>
            </span>
          ))}{' '}
          could not be read. <TextLink href={clearHref}>Start without filters</TextLink>.
        </p>
      )}
    </FormMessage>
  );
}
