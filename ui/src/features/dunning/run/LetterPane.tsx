// The chosen letter as it will leave: on paper, or the e-mail around it; below it whether it may go and why.

import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button, IconButton } from '../../../components/Button';
import { PdfView } from '../../../components/pdf/PdfView';
import { ErrorStrip } from '../../../components/States';
import { useNavigation } from '../../../frame/navigation';
import { useText } from '../../../i18n';
import { useAction } from '../../../keys/actions';
import { GateBar } from './GateBar';
import { MailView } from './MailView';
import type { DrawnLetter } from './useLetter';
import type { Letter } from './useRun';

type Props = {
  letter: Letter;
  drawn: DrawnLetter;
  approved: boolean;
  asking: boolean;
  onAsk: (asking: boolean) => void;
  onDecide: () => void;
  onEdit: () => void;
  onHold: () => void;
  onSkip: () => void;
  /** In a narrow window the letter lies over the list. */
  onClose?: () => void;
};

export function LetterPane(props: Props) {
  const { letter, drawn } = props;
  const t = useText();
  const { go } = useNavigation();
  const [wantsMail, setWantsMail] = useState(false);
  const hasMail = letter.channels.includes('email');
  const shows = wantsMail && hasMail ? 'mail' : 'paper';
  useAction('runMail', () => setWantsMail(!wantsMail), hasMail);

  const tools = (
    <>
      {props.onClose && <IconButton icon="back" label={t.dunning.letter.close} onPress={props.onClose} />}
      {hasMail && (
        <ToggleButtonGroup
          className="run-views"
          aria-label={t.dunning.letter.show}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shows]}
          onSelectionChange={(keys) => setWantsMail(keys.has('mail'))}
        >
          <ToggleButton id="paper" className="run-view">
            {t.dunning.letter.paper}
          </ToggleButton>
          <ToggleButton id="mail" className="run-view">
            {t.dunning.letter.mail}
          </ToggleButton>
        </ToggleButtonGroup>
      )}
      <IconButton icon="edit" label={t.dunning.letter.edit} onPress={props.onEdit} />
      <IconButton icon="pause" label={t.dunning.letter.hold} onPress={props.onHold} />
      <IconButton icon="skip" label={t.dunning.letter.skip} onPress={props.onSkip} />
      <Button weight="quiet" onPress={() => go({ room: 'customers', open: letter.customer })}>
        {t.dunning.letter.customer}
      </Button>
    </>
  );
  const foot = (
    <GateBar
      key={`${letter.customer} ${letter.step}`}
      letter={letter}
      approved={props.approved}
      asking={props.asking}
      onAsk={props.onAsk}
      onDecide={props.onDecide}
    />
  );

  return (
    <div className="run-letter">
      {shows === 'mail' && drawn.preview?.mail ? (
        <MailView mail={drawn.preview.mail} tools={tools} foot={foot} />
      ) : (
        <PdfView
          pdf={drawn.error ? null : (drawn.preview?.pdf ?? null)}
          label={t.dunning.letter.of(letter.name)}
          next={drawn.next}
          busy={drawn.busy}
          tools={tools}
          foot={foot}
          problem={drawn.error && !drawn.busy ? <ErrorStrip reason={drawn.error} /> : null}
        />
      )}
    </div>
  );
}
