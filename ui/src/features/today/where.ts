// Where the work of a card is done: in its own room, or, when it has none, in a panel of Vandaag.

import type { WorkKind } from '../../backend';
import type { Place } from '../../frame/navigation';

const places: Partial<Record<WorkKind, Place>> = {
  letters: { room: 'dunning', tab: 'run' },
  decide: { room: 'dunning', tab: 'run', open: 'amber' },
  held: { room: 'dunning', tab: 'run', open: 'red' },
  bank: { room: 'bank', tab: 'match' },
  handover: { room: 'dossiers' },
};

export function placeOf(kind: WorkKind): Place | null {
  return places[kind] ?? null;
}
