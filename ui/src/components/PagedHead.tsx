// The head of a paged table: the names of its columns, and by which of them it is ordered.

import { Button } from 'react-aria-components';
import { useText } from '../i18n';
import { Icon } from './Icon';
import type { Column } from './pagedColumns';

export type Sorting = { by: string; descending: boolean };

type Props<Row> = {
  columns: readonly Column<Row>[];
  tracks: string;
  marks: boolean;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
};

export function PagedHead<Row>({ columns, tracks, marks, sorting, onSort }: Props<Row>) {
  const t = useText();
  return (
    <div className="paged-head" role="rowgroup">
      <div className="paged-tracks" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
        {marks && (
          <div role="columnheader" aria-colindex={1}>
            <span className="visually-hidden">{t.table.marked}</span>
          </div>
        )}
        {columns.map(({ id, title, end, sort }, at) => {
          const chosen = sorting.by === id;
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={at + (marks ? 2 : 1)}
              className={end ? 'paged-end' : undefined}
              {...(sort && {
                'aria-sort': chosen ? (sorting.descending ? 'descending' : 'ascending') : 'none',
              })}
            >
              {sort ? (
                <Button
                  className="paged-sort"
                  onPress={() =>
                    onSort({ by: id, descending: chosen ? !sorting.descending : sort === 'down' })
                  }
                >
                  <span>{title}</span>
                  {chosen && <Icon name={sorting.descending ? 'sortDown' : 'sortUp'} size={13} />}
                </Button>
              ) : (
                <span>{title}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
