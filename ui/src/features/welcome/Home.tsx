// The first screen: three choices, and the administrations that were open lately.

import { useMutation } from '@tanstack/react-query';
import { Button as AriaButton } from 'react-aria-components';
import { useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { Icon, type IconName } from '../../components/Icon';
import { Mark } from '../../components/Mark';
import { ErrorStrip } from '../../components/States';
import { useText } from '../../i18n';
import { useActions } from '../../keys/actions';
import { useSession, type Target } from '../session/session';
import { RecentList } from './RecentList';
import './Home.css';

type Props = {
  onCreate: () => void;
  onOpen: (target: Target) => void;
  onSample: () => void;
  onRestore: () => void;
};

function ChoiceButton(props: { icon: IconName; title: string; text: string; onPress: () => void }) {
  return (
    <AriaButton className="home-choice" onPress={props.onPress}>
      <span className="home-choice-icon">
        <Icon name={props.icon} size={22} />
      </span>
      <span className="home-choice-words">
        <span className="home-choice-title">{props.title}</span>
        <span className="home-choice-text">{props.text}</span>
      </span>
      <Icon name="forward" />
    </AriaButton>
  );
}

export function Home({ onCreate, onOpen, onSample, onRestore }: Props) {
  const t = useText();
  const backend = useBackend();
  const { info, targetOf } = useSession();
  const { run } = useActions();
  const known = info.recent.length > 0;
  const pick = useMutation({
    mutationFn: () => backend.pickFolder({ title: t.welcome.openPick, start: info.default_folder }),
    onSuccess: (folder) => {
      if (folder !== null) onOpen(targetOf(folder));
    },
  });

  return (
    <div className="home">
      <main className="home-main">
        <header className="home-head">
          <Mark size={60} />
          <div>
            <h1>{known ? t.welcome.titleBack : t.welcome.title}</h1>
            <p className="quiet">{known ? t.welcome.leadBack : t.welcome.lead}</p>
          </div>
        </header>
        <div className={known ? 'home-columns home-known' : 'home-columns'}>
          {known && <RecentList recent={info.recent} today={info.today} onOpen={onOpen} />}
          <section className="home-choices" aria-label={t.welcome.choices}>
            {known && <h2 className="home-heading">{t.welcome.choices}</h2>}
            <ChoiceButton icon="create" {...t.welcome.create} onPress={onCreate} />
            <ChoiceButton icon="folder" {...t.welcome.open} onPress={() => pick.mutate()} />
            <ChoiceButton icon="compass" {...t.welcome.sample} onPress={onSample} />
            <ChoiceButton icon="restore" {...t.welcome.restore} onPress={onRestore} />
            <ErrorStrip reason={pick.error} />
          </section>
        </div>
      </main>
      <footer className="home-foot">
        <p className="home-promise">
          <Icon name="shield" size={16} />
          {t.welcome.promise}
        </p>
        <Button weight="quiet" icon="preferences" onPress={() => run('preferences')}>
          {t.welcome.settings}
        </Button>
        <span>{t.welcome.version(info.version)}</span>
      </footer>
    </div>
  );
}
