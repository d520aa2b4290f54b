// One row of a paged table; grey shapes while it is being read.

import type { MouseEvent } from 'react';
import { Icon } from './Icon';
import type { Column } from './pagedColumns';

type Props<Row> = {
  id: string;
  index: number;
  row: Row | undefined;
  columns: readonly Column<Row>[];
  tracks: string;
  top: number;
  height: number;
  active: boolean;
  opened: boolean;
  /** Undefined: rows of this table are not marked. */
  marked: boolean | undefined;
  waiting: string;
  onPress: (toMark: boolean) => void;
};

export function PagedRow<Row>(props: Props<Row>) {
  const { row, columns, marked, active, opened } = props;
  const shows = (id: string) => columns.some((column) => column.id === id);
  const press = (event: MouseEvent) => {
    const box = event.target instanceof Element && event.target.closest('.paged-mark');
    props.onPress(marked !== undefined && (Boolean(box) || event.ctrlKey || event.metaKey));
  };
  return (
    // The table itself takes the keys; a row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={props.id}
      className="paged-row paged-tracks"
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={marked ?? active}
      aria-busy={row === undefined || undefined}
      data-active={active || undefined}
      data-opened={opened || undefined}
      {...(opened ? { 'aria-current': true } : {})}
      style={{ gridTemplateColumns: props.tracks, height: props.height, translate: `0 ${props.top}px` }}
      onClick={press}
    >
      {marked !== undefined && (
        <div role="gridcell" aria-colindex={1} className="paged-mark">
          <span className="paged-box" aria-hidden>
            {marked && <Icon name="check" size={13} />}
          </span>
        </div>
      )}
      {columns.map(({ id, end, cell }, at) => (
        <div
          key={id}
          role="gridcell"
          aria-colindex={at + (marked === undefined ? 1 : 2)}
          className={end ? 'paged-end' : undefined}
        >
          {row === undefined ? (
            <>
              <span className="paged-wait" aria-hidden />
              {at === 0 && <span className="visually-hidden">{props.waiting}</span>}
            </>
          ) : (
            cell(row, shows)
          )}
        </div>
      ))}
    </div>
  );
}
