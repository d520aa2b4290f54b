// Which column of a table holds what: guessed or remembered, and to be corrected here.

import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { ColumnMap, TableColumn, TableRead } from '../../backend';
import { Icon } from '../../components/Icon';
import { SelectField } from '../../components/SelectField';
import { useText } from '../../i18n';
import { withColumn } from './columns';

const UNUSED = ' ';

type Props = { table: TableRead; asked: boolean; onChange: (map: ColumnMap) => void };

function ColumnSelect(props: {
  column: TableColumn;
  table: TableRead;
  onChange: (field: string | null) => void;
}) {
  const t = useText();
  const { column, table, onChange } = props;
  const words = t.importing.mapping;
  const options = [
    { id: UNUSED, name: words.unused },
    ...table.fields.map(({ field, words: name }) => ({ id: field, name })),
  ];
  return (
    <Select
      className="mapping-select"
      aria-label={words.ofColumn(column.header || words.unnamed(column.index + 1))}
      value={column.field ?? UNUSED}
      onChange={(key) => onChange(key === UNUSED || key === null ? null : String(key))}
    >
      <Button className="field-input field-select">
        <SelectValue />
        <Icon name="down" size={16} />
      </Button>
      <Popover className="menu" offset={4}>
        <ListBox items={options} className="menu-list mapping-menu">
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Icon name="check" size={16} />}</span>
                  {option.name}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

export function Mapping({ table, asked, onChange }: Props) {
  const t = useText();
  const words = t.importing.mapping;
  const nameOf = (field: string) => table.fields.find((known) => known.field === field)?.words ?? field;
  const isNeeded = (field: string) => table.fields.some((known) => known.field === field && known.needed);
  const needed = table.missing.filter(isNeeded);
  const wished = table.missing.filter((field) => !isNeeded(field));
  const listed = (fields: readonly string[]) => fields.map(nameOf).join(', ');
  const delimiters: Record<string, string> = words.delimiters;
  const used = table.columns.filter(({ field }) => field !== null).length;
  return (
    <details className="added" open={asked}>
      <summary>
        <Icon name="forward" size={15} />
        <span>{words.title}</span>
        <span className="quiet">
          {`${used}/${table.columns.length} · `}
          {words.facts(delimiters[table.delimiter] ?? table.delimiter, table.encoding, table.rows)}
        </span>
      </summary>
      <div className="mapping">
        {needed.length > 0 && <p className="mapping-missing">{words.missing(listed(needed))}</p>}
        {needed.length === 0 && (
          <p className="quiet">{table.remembered ? words.remembered : words.guessed}</p>
        )}
        {wished.length > 0 && <p className="quiet">{words.wished(listed(wished))}</p>}
        <table className="rows mapping-rows">
          <thead>
            <tr>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.samples}</th>
              <th scope="col">{words.holds}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column) => (
              <tr key={column.index}>
                <td>
                  <span className="rows-name">{column.header || words.unnamed(column.index + 1)}</span>
                </td>
                <td>
                  <span className="rows-text">{column.samples.join(' · ')}</span>
                </td>
                <td>
                  <ColumnSelect
                    column={column}
                    table={table}
                    onChange={(field) => onChange(withColumn(table, column, field))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="mapping-signs">
          <SelectField
            label={words.dates}
            value={table.map.dates}
            onChange={(dates) => onChange({ ...table.map, dates })}
            options={[
              { value: 'day_first', label: words.dayFirst },
              { value: 'month_first', label: words.monthFirst },
            ]}
          />
          <SelectField
            label={words.decimal}
            value={table.map.decimal ?? 'told'}
            onChange={(sign) => onChange({ ...table.map, decimal: sign === 'told' ? null : sign })}
            options={[
              { value: 'told', label: words.told },
              { value: 'comma', label: words.comma },
              { value: 'dot', label: words.dot },
            ]}
          />
        </div>
      </div>
    </details>
  );
}
