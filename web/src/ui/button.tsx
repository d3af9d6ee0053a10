import type { ReactElement, ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon, type IconName } from './icon.tsx';

/** A button with words. */
export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `solid` for the one main action of a place, `outline` for the rest, `text` inside sentences and rows. */
  readonly look?: 'solid' | 'outline' | 'text';
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A press of it does one thing, at once. */
export function Button({ look = 'outline', children, ...props }: ButtonProps): ReactElement {
  return (
    <AriaButton {...props} className={`button button-${look}`}>
      {children}
    </AriaButton>
  );
}

/** A button with a sign alone. */
export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its name, spoken and shown as a tooltip after 400 ms. */
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A sign with a name: spoken always, shown when pointed at. */
export function IconButton({ icon, label, ...props }: IconButtonProps): ReactElement {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <AriaButton {...props} aria-label={label} className="button button-icon">
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A sign that leads to another page of ours, named as an icon button is. */
export function IconLink({
  icon,
  label,
  href,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly href: string;
}): ReactElement {
  return (
    <a href={href} aria-label={label} title={label} className="button button-icon">
      <Icon name={icon} />
    </a>
  );
}
