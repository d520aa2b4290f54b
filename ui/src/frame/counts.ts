// What waits in each room, shown small behind its name in the rail.

import type { Overview, WorkKind } from '../backend';
import type { RoomId } from './navigation';

const countOf = ({ work }: Overview, kind: WorkKind) => work.find((item) => item.kind === kind)?.count ?? 0;

const counts: Partial<Record<RoomId, (overview: Overview) => number>> = {
  today: ({ work }) => work.reduce((sum, { count }) => sum + count, 0),
  bank: ({ waiting_lines: lines }) => lines,
  // What may leave today, and what was approved and lies waiting.
  dunning: (overview) => countOf(overview, 'letters') + overview.waiting_letters,
  dossiers: (overview) => countOf(overview, 'handover'),
};

export function waitingIn(room: RoomId, overview: Overview | undefined): number {
  return overview ? (counts[room]?.(overview) ?? 0) : 0;
}
