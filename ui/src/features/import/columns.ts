// Pointing out a column: a field is held by one column, and a column holds one field.

import type { ColumnMap, TableColumn, TableRead } from '../../backend';

export function withColumn(table: TableRead, column: TableColumn, field: string | null): ColumnMap {
  const others = table.map.columns.filter((known) => known.index !== column.index && known.field !== field);
  const chosen = field === null ? [] : [{ field, header: column.header, index: column.index }];
  return { ...table.map, columns: [...others, ...chosen] };
}
