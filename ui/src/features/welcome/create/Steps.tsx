// Where one is among the steps.

import { Icon } from '../../../components/Icon';
import { Mark } from '../../../components/Mark';
import { useText } from '../../../i18n';

export function Steps({ current }: { current: number }) {
  const t = useText();
  const { list } = t.welcome.steps;
  return (
    <header className="steps">
      <Mark size={40} />
      <p className="steps-title">{t.welcome.steps.title}</p>
      <p className="visually-hidden">{t.welcome.steps.of(current + 1, list.length)}</p>
      <ol>
        {list.map((name, index) => (
          <li key={name} className="step" {...(index === current ? { 'aria-current': 'step' } : {})}>
            <span className={index < current ? 'step-number step-done' : 'step-number'}>
              {index < current ? <Icon name="check" size={14} /> : index + 1}
            </span>
            {name}
            {index < current && <span className="visually-hidden"> ({t.welcome.steps.done})</span>}
          </li>
        ))}
      </ol>
    </header>
  );
}
