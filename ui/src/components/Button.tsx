// A button in four weights: one primary per screen, plain, quiet (no border) and a link among text.

import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import './Button.css';

export type ButtonProps = Omit<AriaProps, 'children' | 'className' | 'style'> & {
  weight?: 'primary' | 'plain' | 'quiet' | 'link';
  icon?: IconName;
  large?: boolean;
  wide?: boolean;
  trailing?: ReactNode;
  children: ReactNode;
};

export function Button({ weight = 'plain', icon, large, wide, trailing, children, ...rest }: ButtonProps) {
  const size = `${large ? ' button-large' : ''}${wide ? ' button-wide' : ''}`;
  return (
    <AriaButton {...rest} className={`button button-${weight}${size}`}>
      {rest.isPending ? <span className="button-wait" aria-hidden /> : icon && <Icon name={icon} />}
      <span className="button-text">{children}</span>
      {trailing}
    </AriaButton>
  );
}

/** A square button with only an icon; its label is for tooltips and screen readers. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<AriaProps, 'children'> & { icon: IconName; label: string }) {
  return (
    <AriaButton {...rest} aria-label={label} className="button button-quiet button-icon">
      <Icon name={icon} />
    </AriaButton>
  );
}
