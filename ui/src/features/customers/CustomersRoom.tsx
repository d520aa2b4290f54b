// Klanten: everybody, by what is open; searched, filtered, and opened beside the list or over the whole room.

import { useNavigation } from '../../frame/navigation';
import { focusList, Split } from '../../components/Split';
import { useAction } from '../../keys/actions';
import { CustomerPage } from './CustomerPage';
import { CustomerList } from './CustomerList';
import './CustomersRoom.css';

/** In `place.tab`: the customer stands beside the list it was chosen from. Otherwise it has the whole room. */
const BESIDE = 'beside';

export function CustomersRoom() {
  const { place, go, replace, back, canGoBack } = useNavigation();
  const open = place.open ?? null;
  const whole = open !== null && place.tab !== BESIDE;
  const close = () => {
    if (whole && canGoBack) back();
    else replace({ room: 'customers' });
    focusList();
  };
  const turn = () => {
    if (open) replace({ room: 'customers', open, ...(whole && { tab: BESIDE }) });
  };
  useAction('closePanel', close, open !== null);
  useAction('toWhole', turn, open !== null);

  const page = open && <CustomerPage id={open} whole={whole} onTurn={turn} onClose={close} />;
  if (whole) return <div className="room-whole">{page}</div>;
  return (
    <Split
      onClose={close}
      side={page}
      main={
        <CustomerList
          opened={open}
          onOpen={(id) =>
            // From one customer to the next is no step that one wants to go back over.
            (open ? replace : go)({ room: 'customers', tab: BESIDE, open: id })
          }
        />
      }
    />
  );
}
