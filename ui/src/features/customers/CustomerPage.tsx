// One customer: the next step and its reason first, then what is open, what was agreed, and everything that happened.

import { useEffect, useRef } from 'react';
import type { CustomerDetail } from '../../backend';
import { IconButton } from '../../components/Button';
import { ErrorState, Skeleton } from '../../components/States';
import { useText } from '../../i18n';
import { customerActs, withSetOff, type Subject } from '../acts/acts';
import { ActBar } from '../acts/ActBar';
import { ActKeys } from '../acts/ActsProvider';
import { openCredits } from '../acts/SetOffDialog';
import { WhyRoom } from '../why/Why';
import { useGone } from '../session/useGone';
import { Agreements } from './Agreements';
import { CustomerFigures } from './CustomerFigures';
import { CustomerHead } from './CustomerHead';
import { CustomerTabs } from './CustomerTabs';
import { NextSteps } from './NextSteps';
import { OpenItems } from './OpenItems';
import { useCustomer } from './useCustomers';
import './customer.css';

const withCredit = withSetOff(customerActs);

type Props = { id: string; whole: boolean; onTurn: () => void; onClose: () => void };

function Shown({ detail, whole, onTurn, onClose }: Omit<Props, 'id'> & { detail: CustomerDetail }) {
  const subject: Subject = { customer: detail.row.id, name: detail.row.name };
  const names = openCredits(detail.items).length > 0 ? withCredit : customerActs;
  return (
    <WhyRoom whole={{ customer: detail.row.id, name: detail.row.name }}>
      <ActKeys names={names} subject={subject} />
      <CustomerHead detail={detail} whole={whole} onTurn={onTurn} onClose={onClose} />
      <div className="customer-body">
        <div className="customer-columns">
          <div className="customer-column">
            <NextSteps detail={detail} />
            <ActBar names={names} subject={subject} />
            <CustomerFigures detail={detail} />
            <OpenItems detail={detail} />
            <Agreements agreements={detail.agreements} items={detail.items} />
          </div>
          <CustomerTabs detail={detail} />
        </div>
      </div>
    </WhyRoom>
  );
}

export function CustomerPage({ id, whole, onTurn, onClose }: Props) {
  const t = useText();
  const { data, error, refetch, isPlaceholderData } = useCustomer(id);
  useGone(data !== undefined && !isPlaceholderData, error, onClose);
  const shown = useRef<HTMLElement>(null);
  // Over the whole room there is no list that could keep the focus.
  useEffect(() => {
    if (whole) shown.current?.focus();
  }, [whole]);
  // Another one begins at its head.
  useEffect(() => {
    if (id) shown.current?.scrollTo({ top: 0 });
  }, [id]);
  return (
    <aside
      ref={shown}
      className={whole ? 'customer customer-whole' : 'customer'}
      aria-label={data?.row.name ?? t.common.loading}
      aria-busy={isPlaceholderData || undefined}
      tabIndex={-1}
    >
      {data ? (
        <Shown detail={data} whole={whole} onTurn={onTurn} onClose={onClose} />
      ) : error ? (
        <>
          <div className="customer-close">
            <IconButton icon="close" label={t.customers.one.close} onPress={onClose} />
          </div>
          <ErrorState title={t.customers.one.failed} reason={error} onRetry={() => void refetch()} />
        </>
      ) : (
        <div className="customer-wait">
          <Skeleton lines={['title', 'text', 'block', 'row', 'row']} />
        </div>
      )}
    </aside>
  );
}
