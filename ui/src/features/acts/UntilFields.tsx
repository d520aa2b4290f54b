// Until when something rests: a week, a month, or a day of one's own.

import { Button } from '../../components/Button';
import { DateField } from '../../components/DateField';
import type { IsoDate } from '../../backend';
import { addDays, addMonths } from '../../dates';
import { useText } from '../../i18n';
import { useSession } from '../session/session';

type Props = {
  value: IsoDate | null;
  problem: string | undefined;
  onChange: (until: IsoDate | null) => void;
};

export function UntilFields({ value, problem, onChange }: Props) {
  const t = useText();
  const { today } = useSession().info;
  const presets = [
    { label: t.acts.hold.week, until: addDays(today, 7) },
    { label: t.acts.hold.twoWeeks, until: addDays(today, 14) },
    { label: t.acts.hold.month, until: addMonths(today, 1) },
  ];
  return (
    <div className="act-until">
      <DateField label={t.acts.hold.until} value={value} onChange={onChange} problem={problem} />
      <div className="act-presets" role="group" aria-label={t.acts.hold.presets}>
        {presets.map(({ label, until }) => (
          <Button key={label} aria-pressed={value === until} onPress={() => onChange(until)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
