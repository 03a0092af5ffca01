import { Modal } from '@/components/ui/modal';
import { keyHelp } from './tree-keys';

type Props = { isOpen: boolean; onClose: () => void; mayEdit: boolean };

/** What each key does while a theme has the focus. */
export function KeyHelp({ isOpen, onClose, mayEdit }: Props) {
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title="Keys"
      description="They work while a theme in the list has the focus."
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {keyHelp
          .filter(({ edits }) => mayEdit || !edits)
          .map(({ keys, does }) => (
            <div key={does} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="rounded border border-line bg-sunken px-1.5 font-mono text-sm">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
    </Modal>
  );
}
