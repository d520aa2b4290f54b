// Find and do: everything that can be done now, by its name.

import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Icon } from '../components/Icon';
import { Kbd } from '../components/Kbd';
import { useText } from '../i18n';
import { useActions } from './actions';
import { keyTable, type ActionId } from './table';
import './keys.css';

/** Actions that mean nothing from inside the palette. */
const hidden: ReadonlySet<ActionId> = new Set(['palette', 'closePanel']);

export function Palette(props: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const { available, run } = useActions();
  const { contains } = useFilter({ sensitivity: 'base' });
  const ids = (Object.keys(keyTable) as ActionId[]).filter((id) => available.has(id) && !hidden.has(id));
  const choose = (id: ActionId) => {
    props.onClose();
    // After the dialog has given focus back, so that the action may move it.
    setTimeout(() => run(id));
  };
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
    >
      <Modal className="palette">
        <Dialog aria-label={t.palette.title} className="palette-body">
          <Autocomplete filter={contains}>
            <SearchField aria-label={t.palette.title} className="palette-search" autoFocus>
              <Icon name="search" />
              <Input placeholder={t.palette.placeholder} className="palette-input" />
            </SearchField>
            <Menu
              className="menu-list palette-list"
              aria-label={t.palette.results}
              items={ids.map((id) => ({ id }))}
              renderEmptyState={() => <p className="palette-empty">{t.palette.empty}</p>}
            >
              {({ id }) => (
                <MenuItem id={id} className="menu-item" textValue={t.actions[id]} onAction={() => choose(id)}>
                  {t.actions[id]}
                  {keyTable[id].combo && <Kbd combo={keyTable[id].combo} />}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
