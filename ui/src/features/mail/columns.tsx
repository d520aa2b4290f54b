// The columns of the outbox.

import type { MailRow } from '../../backend';
import { Money } from '../../components/Figures';
import type { Column } from '../../components/pagedColumns';
import { dateOf, formatShortDate, timeOf } from '../../dates';
import { useText } from '../../i18n';
import { stepWord } from '../dunning/words';
import { StateChip } from './StateChip';

export function useMailColumns(): Column<MailRow>[] {
  const t = useText();
  const words = t.mail.columns;
  return [
    {
      id: 'customer',
      title: words.customer,
      width: 'minmax(10rem, 2fr)',
      cell: (row) => (
        <span className="paged-lines">
          <span>{row.name}</span>
          <small>{row.to === null ? t.mail.noAddress : row.to}</small>
        </span>
      ),
    },
    {
      id: 'subject',
      title: words.subject,
      width: 'minmax(8rem, 2fr)',
      from: 52,
      cell: (row) => (
        <span className="paged-lines">
          <span>{row.subject}</span>
          <small>
            {stepWord(row.step, t)}
            {row.on_paper && ` · ${t.mail.onPaper}`}
          </small>
        </span>
      ),
    },
    { id: 'state', title: words.state, width: '11rem', cell: (row) => <StateChip state={row.state} /> },
    {
      id: 'at',
      title: words.at,
      width: '8rem',
      from: 40,
      cell: (row) => (
        <span className="paged-lines amount">
          <span>{formatShortDate(dateOf(row.at), t)}</span>
          <small>{timeOf(row.at)}</small>
        </span>
      ),
    },
    {
      id: 'amount',
      title: words.amount,
      width: '7.5rem',
      end: true,
      from: 32,
      cell: (row) => <Money value={row.amount} />,
    },
  ];
}
