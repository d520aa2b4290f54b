// The rooms of the window, in the order of the rail. A room stands here once it is built.

import type { ReactNode } from 'react';
import type { IconName } from '../components/Icon';
import type { Text } from '../i18n';

export type RoomId = keyof Text['rooms'];

export type Room = {
  id: RoomId;
  icon: IconName;
  /** What waits there, shown small behind the name. */
  count?: number | undefined;
  content: ReactNode;
};
