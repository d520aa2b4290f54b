// One of many by typing a part of its name.

import {
  Button,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components';
import { Icon } from './Icon';
import './Field.css';
import './Menu.css';
import './PickOne.css';

type Props = {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string) => void;
};

export function PickOne({ label, options, value, onChange }: Props) {
  return (
    <ComboBox
      className="pick-one"
      aria-label={label}
      defaultItems={options}
      selectedKey={value}
      onSelectionChange={(key) => typeof key === 'string' && onChange(key)}
      menuTrigger="focus"
    >
      <div className="field-group pick-box">
        <Input className="field-bare" placeholder={label} />
        <Button className="field-step">
          <Icon name="down" size={15} />
        </Button>
      </div>
      <Popover className="menu" offset={4}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 34 }}>
          <ListBox className="menu-list pick-list">
            {(option: { id: string; name: string }) => (
              <ListBoxItem id={option.id} textValue={option.name} className="menu-item">
                {option.name}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}
