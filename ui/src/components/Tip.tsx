// A name beside something that shows only its icon; for the pointer and for the keyboard's focus.

import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './Tip.css';

export function Tip(props: { text: string; isDisabled?: boolean; children: ReactElement }) {
  return (
    <TooltipTrigger delay={300} closeDelay={0} isDisabled={props.isDisabled ?? false}>
      {props.children}
      <Tooltip className="tip" placement="right" offset={8}>
        {props.text}
      </Tooltip>
    </TooltipTrigger>
  );
}
