import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import type { Choice } from '@/lib/widget/definition';
import { freshKey } from './draft-changes';

type Props = {
  /** What one of them is called. */
  noun: string;
  least: number;
  choices: Choice[];
  onChange: (choices: Choice[]) => void;
};

/** The words of a question's choices or rows. Their keys stay, so that answers of all versions count together. */
export function ChoiceFields({ noun, least, choices, onChange }: Props) {
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="mb-1.5 font-medium">{noun === 'point of the scale' ? 'Scale' : `${name}s`}</legend>
      {choices.map((choice, index) => (
        <div key={choice.key} className="flex gap-2">
          <Input
            aria-label={`${name} ${index + 1}`}
            maxLength={200}
            value={choice.text}
            onChange={({ target }) =>
              onChange(
                choices.map((each) =>
                  each.key === choice.key ? { key: each.key, text: target.value } : each,
                ),
              )
            }
          />
          <IconButton
            label={`Remove ${noun} ${index + 1}`}
            icon={X}
            disabled={choices.length <= least}
            onClick={() => onChange(choices.filter(({ key }) => key !== choice.key))}
          />
        </div>
      ))}
      <Button
        size="small"
        onClick={() => {
          // Never that of an entry that is gone: answers to it in earlier versions would be counted as this one's.
          const key = freshKey(
            `c${Date.now().toString(36)}`,
            choices.map((choice) => choice.key),
          );
          onChange([...choices, { key, text: '' }]);
        }}
      >
        <Plus aria-hidden className="size-4" />
        Add a {noun}
      </Button>
    </fieldset>
  );
}
