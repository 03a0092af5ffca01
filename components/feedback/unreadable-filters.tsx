import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';

type Props = {
  /** Fields of the address that could not be read, with what stood there. */
  fields: string[];
  query: Record<string, string | string[] | undefined>;
  clearHref: string;
};

/** Says which filters could not be read. Nothing is shown then: a guess would show more than was asked for. */
export function UnreadableFilters({ fields, query, clearHref }: Props) {
  const words = fields.map((field) => `${field}=${[query[field]].flat()[0] ?? ''}`);
  return (
    <FormMessage tone="negative" title="Nothing is shown">
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
    </FormMessage>
  );
}
