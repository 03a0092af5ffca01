import type { LucideIcon } from 'lucide-react';
import NextLink from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './control-style';
import { cx } from './cx';
import { Popup } from './popup';

type Props = {
  trigger: ReactNode;
  /** A name for a trigger that is only an icon. */
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Which edge of the trigger the panel keeps to. */
  align?: 'start' | 'end';
  /** Opens upward, for a trigger at the foot of the screen. */
  upward?: boolean;
  children: ReactNode;
};

/** A few further actions or places behind one button. */
export function Menu({ trigger, label, variant, size, align = 'end', upward, children }: Props) {
  return (
    <Popup
      summary={trigger}
      label={label}
      summaryClass={buttonStyle(variant, size)}
      panelClass={cx(
        'w-56 max-w-[calc(100vw-2rem)] p-1',
        align === 'end' ? 'right-0' : 'left-0',
        upward ? 'bottom-full mb-1.5' : 'top-full mt-1.5',
      )}
    >
      {children}
    </Popup>
  );
}

const ITEM_STYLE =
  'flex min-h-9 w-full items-center gap-2.5 rounded px-2.5 py-1.5 text-left font-medium transition-colors hover:bg-hover coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0';

type ItemLook = { icon?: LucideIcon; danger?: boolean };

/** A place to go. */
export function MenuLink({
  icon: Icon,
  danger,
  children,
  ...rest
}: ComponentProps<typeof NextLink> & ItemLook) {
  return (
    <NextLink className={cx(ITEM_STYLE, danger && 'text-negative')} {...rest}>
      {Icon && <Icon aria-hidden />}
      {children}
    </NextLink>
  );
}

/** Something to do; inside a form, give it `type="submit"`. */
export function MenuButton({ icon: Icon, danger, children, ...rest }: ComponentProps<'button'> & ItemLook) {
  return (
    <button type="button" className={cx(ITEM_STYLE, danger && 'text-negative')} {...rest}>
      {Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}

/** A line between two groups of a menu. */
export function MenuDivider() {
  return <hr className="-mx-1 my-1 border-line" />;
}
