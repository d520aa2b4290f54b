// The parts of a sum, read in pages: customers that open into their own parts, or invoices, letters and payments
// with the lines of their amounts. What is not read yet stands below as one amount, so that it always adds up.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useBackend, type ExplainedSum, type SumAsk, type SumPart } from '../../backend';
import { Button } from '../../components/Button';
import { Money } from '../../components/Figures';
import { Icon } from '../../components/Icon';
import { ErrorStrip, Skeleton } from '../../components/States';
import { useNavigation } from '../../frame/navigation';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';

const PAGE = 100;

export type Sum = Omit<SumAsk, 'offset' | 'limit' | 'date'>;

export function useSum(sum: Sum) {
  const lang = useLanguage();
  const backend = useBackend();
  const query = useInfiniteQuery({
    queryKey: ['explain_sum', lang, sum.of, sum.customer, sum.invoice, sum.bucket, sum.week],
    queryFn: ({ pageParam }) => backend.call('explain_sum', { ...sum, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last: ExplainedSum, all) => {
      const read = all.reduce((many, page) => many + page.parts.length, 0);
      return read < last.count && last.parts.length > 0 ? read : undefined;
    },
    staleTime: Infinity,
  });
  const pages = query.data?.pages ?? [];
  return {
    ...query,
    head: pages[0],
    parts: pages.flatMap((page) => page.parts),
    rest: pages.at(-1)?.rest,
  };
}

/** How an amount came, on one line; an amount that is whole needs none. */
function Lines({ part }: { part: SumPart }) {
  if (part.lines.length < 2) return null;
  return (
    <dl className="sum-lines">
      {part.lines.map(({ label, amount }, at) => (
        // Lines may say the same twice; their order is their name.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at}>
          <dt>{label}</dt>
          <dd>
            <Money value={amount} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Customer({ part, sum, onLeave }: { part: SumPart; sum: Sum; onLeave: () => void }) {
  const t = useText();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const about = [part.note, part.parts > 1 && t.why.items(part.parts)].filter(Boolean).join(' · ');
  return (
    <li className="sum-part">
      <AriaButton
        className="sum-open"
        aria-expanded={opened}
        aria-controls={id}
        onPress={() => setOpened(!opened)}
      >
        <Icon name={opened ? 'down' : 'forward'} size={16} />
        <span className="sum-words">
          <span className="sum-name">{part.label}</span>
          {about !== '' && <small>{about}</small>}
        </span>
        <Money value={part.amount} />
      </AriaButton>
      <div id={id} className="sum-inner">
        {opened && (
          <SumParts sum={{ ...sum, customer: part.id ?? '' }} label={part.label} onLeave={onLeave} />
        )}
      </div>
    </li>
  );
}

function Item({ part, onLeave }: { part: SumPart; onLeave: () => void }) {
  const { go } = useNavigation();
  const { id } = part;
  return (
    <li className="sum-part sum-item">
      <span className="sum-words">
        {id === null ? (
          <span className="sum-name">{part.label}</span>
        ) : (
          <AriaButton
            className="item-link sum-name"
            onPress={() => {
              onLeave();
              go({ room: 'invoices', open: id });
            }}
          >
            {part.label}
          </AriaButton>
        )}
        {part.note !== null && <small>{part.note}</small>}
      </span>
      <Money value={part.amount} />
      <Lines part={part} />
    </li>
  );
}

export function SumParts(props: { sum: Sum; label: string; onLeave: () => void }) {
  const { sum, label, onLeave } = props;
  const t = useText();
  const lang = useLanguage();
  const { head, parts, rest, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useSum(sum);
  if (!head) return error ? <ErrorStrip reason={error} /> : <Skeleton lines={['row', 'row']} />;
  const left = head.count - parts.length;
  return (
    <>
      <ul className="sum-parts" aria-label={label}>
        {parts.map((part, at) =>
          head.by === 'customer' ? (
            <Customer key={part.id} part={part} sum={sum} onLeave={onLeave} />
          ) : (
            // Two payments of one day may look the same; their order is their name.
            // oxlint-disable-next-line react/no-array-index-key
            <Item key={part.id ?? at} part={part} onLeave={onLeave} />
          ),
        )}
      </ul>
      {error && <ErrorStrip reason={error} />}
      {hasNextPage && rest && (
        <p className="sum-more">
          <span className="quiet">{t.why.rest(left, formatMoney(rest, lang))}</span>
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t.why.more(Math.min(left, PAGE))}
          </Button>
        </p>
      )}
    </>
  );
}
