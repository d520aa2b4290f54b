// What is set where it is used: the plan and the texts of the letters.

import { Button } from '../../components/Button';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { Block, Part } from './Part';
import { useSettings } from './useSettings';

export function PlanPart() {
  const t = useText().settings;
  const { go } = useNavigation();
  return (
    <Part title={t.tabs.plan} lead={t.plan.lead}>
      <Block text={t.plan.text}>
        <div className="part-buttons">
          <Button weight="primary" icon="forward" onPress={() => go({ room: 'dunning', tab: 'plan' })}>
            {t.plan.go}
          </Button>
        </div>
      </Block>
    </Part>
  );
}

export function TextsPart() {
  const t = useText().settings;
  const { go } = useNavigation();
  const { data } = useSettings();
  return (
    <Part title={t.tabs.texts} lead={t.texts.lead}>
      <Block text={t.texts.text}>
        {data && <p>{t.texts.changed(data.templates.length)}</p>}
        <div className="part-buttons">
          <Button weight="primary" icon="forward" onPress={() => go({ room: 'dunning', tab: 'texts' })}>
            {t.texts.go}
          </Button>
        </div>
      </Block>
    </Part>
  );
}
