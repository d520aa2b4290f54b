// Facturen: every invoice; searched, filtered, and opened beside the list.

import { useNavigation } from '../../frame/navigation';
import { focusList, Split } from '../../components/Split';
import { useAction } from '../../keys/actions';
import { InvoiceList } from './InvoiceList';
import { InvoicePage } from './InvoicePage';
import '../customers/CustomersRoom.css';

/** In `place.tab`: the invoice was chosen from this list, so closing stays here. */
const BESIDE = 'beside';

export function InvoicesRoom() {
  const { place, go, replace, back, canGoBack } = useNavigation();
  const open = place.open ?? null;
  const close = () => {
    // Whoever came here from elsewhere goes back there.
    if (place.tab !== BESIDE && canGoBack) back();
    else replace({ room: 'invoices' });
    focusList();
  };
  useAction('closePanel', close, open !== null);
  return (
    <Split
      onClose={close}
      side={open && <InvoicePage id={open} onClose={close} />}
      main={
        <InvoiceList
          opened={open}
          onOpen={(id) => (open ? replace : go)({ room: 'invoices', tab: BESIDE, open: id })}
        />
      }
    />
  );
}
