// The rooms of the window, in the order of the rail. A room stands here once it is built; its key is its place
// in this list (mod+1 and on). What waits in a room stands in counts.ts.

import type { ComponentType } from 'react';
import type { IconName } from '../components/Icon';
import { CustomersRoom } from '../features/customers/CustomersRoom';
import { InvoicesRoom } from '../features/invoices/InvoicesRoom';
import { BankRoom } from '../features/bank/BankRoom';
import { DunningRoom } from '../features/dunning/DunningRoom';
import { DossiersRoom } from '../features/dossiers/DossiersRoom';
import { CalculatorRoom } from '../features/calculator/CalculatorRoom';
import { SettingsRoom } from '../features/settings/SettingsRoom';
import { TodayRoom } from '../features/today/TodayRoom';
import type { ActionId } from '../keys/table';
import type { RoomId } from './navigation';

export type Room = {
  id: RoomId;
  icon: IconName;
  action: ActionId;
  content: ComponentType;
};

export const rooms: readonly Room[] = [
  {
    id: 'today',
    icon: 'today',
    action: 'goToday',
    content: TodayRoom,
  },
  { id: 'customers', icon: 'customers', action: 'goCustomers', content: CustomersRoom },
  { id: 'invoices', icon: 'invoices', action: 'goInvoices', content: InvoicesRoom },
  { id: 'bank', icon: 'bank', action: 'goBank', content: BankRoom },
  { id: 'dunning', icon: 'letters', action: 'goDunning', content: DunningRoom },
  { id: 'dossiers', icon: 'handover', action: 'goDossiers', content: DossiersRoom },
  { id: 'calculator', icon: 'calculator', action: 'goCalculator', content: CalculatorRoom },
  { id: 'settings', icon: 'settings', action: 'goSettings', content: SettingsRoom },
];
