// Rekenmachine: the law for anyone, with the sheet to print. Nothing of it is kept in the administration.

import type { ComponentType } from 'react';
import type { CalcKind } from '../../backend';
import { RoomHead, RoomTabs } from '../../components/RoomHead';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { ClaimCalc } from './ClaimCalc';
import { CostsCalc } from './CostsCalc';
import { InterestCalc } from './InterestCalc';
import { LimitationCalc } from './LimitationCalc';
import { NoticeCalc } from './NoticeCalc';
import { StartCalc } from './StartCalc';
import './calculator.css';

const parts: readonly { id: CalcKind; content: ComponentType }[] = [
  { id: 'interest', content: InterestCalc },
  { id: 'costs', content: CostsCalc },
  { id: 'notice', content: NoticeCalc },
  { id: 'interest_start', content: StartCalc },
  { id: 'limitation', content: LimitationCalc },
  { id: 'claim', content: ClaimCalc },
];

export function CalculatorRoom() {
  const t = useText().calculator;
  const { place, replace } = useNavigation();
  const part = parts.find(({ id }) => id === place.tab) ?? parts[0];
  if (!part) return null;
  const { id, content: Content } = part;
  return (
    <RoomTabs
      title={t.title}
      label={t.parts}
      value={id}
      onChange={(tab) => replace({ room: 'calculator', tab })}
      tabs={parts.map((known) => ({ value: known.id, label: t.tabs[known.id] }))}
    >
      <RoomHead title={t.title} lead={t.lead} />
      <div className="calculator">
        <Content key={id} />
      </div>
    </RoomTabs>
  );
}
