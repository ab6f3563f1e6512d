import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import './button.css';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly children: ReactNode;
  /** primary: the one next step. plain: a border. quiet: text only. danger: discloses or destroys. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: IconName;
}

export function Button({ children, look = 'plain', size = 'normal', icon, ...rest }: ButtonProps): ReactElement {
  return (
    <AriaButton {...rest} className={`button ${look} ${size}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its accessible name, also shown as a tooltip. */
  readonly label: string;
}

export function IconButton({ icon, label, ...rest }: IconButtonProps): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...rest} aria-label={label} className="button quiet icon-only">
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
