import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import type { IssueFamily, Relative } from '@/lib/issues/find-family';

type Props = {
  issueId: string;
  family: IssueFamily;
  issuesHref: string;
  /** Where merges of themes are undone. */
  decisionsHref: string;
  /** Null for those who only read. */
  unmerge: FormAction | null;
};

/** Where an issue went or came from: merges and splits, by hand or through its theme. Nothing where it stands alone. */
export function IssueRelatives({ issueId, family, issuesHref, decisionsHref, unmerge }: Props) {
  const { mergedInto, mergedFrom, countsIn, splitFrom, splitOff } = family;
  const link = ({ id, title }: Relative) => (
    <TextLink key={id} href={`${issuesHref}/${id}`}>
      {title}
    </TextLink>
  );
  const list = (relatives: Relative[]) =>
    relatives.flatMap((relative, index) => (index === 0 ? [link(relative)] : [', ', link(relative)]));
  return (
    <>
      {mergedInto && (
        <FormMessage tone="neutral" title={<>Merged into {link(mergedInto)}</>}>
          {family.isMergedByTheme ? (
            <>
              It follows its theme, which was merged. Undo that under{' '}
              <TextLink href={decisionsHref}>decisions about themes</TextLink>. Status, notes and history are
              kept.
            </>
          ) : (
            <div className="space-y-2">
              <p>Its evidence counts there. Status, notes and history are kept.</p>
              {unmerge && (
                <ActionButton action={unmerge} fields={{ issueId }} size="small">
                  Undo the merge
                </ActionButton>
              )}
            </div>
          )}
        </FormMessage>
      )}
      {countsIn && !mergedInto && (
        <FormMessage tone="neutral" title={<>Counted in {link(countsIn)}</>}>
          Its theme stands under another, and complaints count once, with the theme at the top. Status, notes
          and history are kept.
        </FormMessage>
      )}
      {(mergedFrom.length > 0 || splitFrom || splitOff.length > 0) && (
        <ul className="text-ink-soft">
          {mergedFrom.length > 0 && <li>Merged into this one: {list(mergedFrom)}</li>}
          {splitFrom && <li>Split off from {link(splitFrom)}</li>}
          {splitOff.length > 0 && <li>Split off from this one: {list(splitOff)}</li>}
        </ul>
      )}
    </>
  );
}
