// Letters that left, as they are kept: to look at, to save, to copy, and to say that they were posted.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend, type LetterRow } from '../../backend';
import { Button } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { Dialog } from '../../components/Dialog';
import { DateText, Money } from '../../components/Figures';
import { PdfView } from '../../components/pdf/PdfView';
import { ErrorStrip } from '../../components/States';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { useActs } from '../acts/ActsProvider';
import { useTakeBack } from '../dunning/useTakeBack';
import { useSaving } from '../acts/useSaving';
import { KeptFileDialog } from '../files/KeptFileDialog';
import { useMore } from './More';
import { stepName } from './words';

export function LetterDialog({ letter, onClose }: { letter: LetterRow; onClose: () => void }) {
  const t = useText();
  const backend = useBackend();
  const { saveLetter, saveCopy } = useSaving();
  const { takeBack, busy } = useTakeBack();
  const { data, error } = useQuery({
    queryKey: ['letter_pdf', letter.letter],
    queryFn: () => backend.call('letter_pdf', { letter: letter.letter }),
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const title = t.acts.confirm.letter(letter.letter, stepName(letter.step, 'letter', t));
  return (
    <Dialog
      title={title}
      isOpen
      wide
      onClose={onClose}
      buttons={
        <>
          {letter.withdraw && (
            <Button
              icon="undo"
              isPending={busy}
              onPress={() => void takeBack({ letters: [letter.letter] }).then((done) => done && onClose())}
            >
              {t.pastRuns.back.one}
            </Button>
          )}
          {letter.state !== 'withdrawn' && (
            <>
              <Button icon="copy" onPress={() => void saveCopy(letter.letter)}>
                {t.acts.name.copy}
              </Button>
              <Button icon="save" onPress={() => void saveLetter(letter.letter)}>
                {t.customers.documents.save}
              </Button>
            </>
          )}
        </>
      }
    >
      {error ? (
        <ErrorStrip reason={error} />
      ) : (
        <div className="letter-view">
          <PdfView pdf={data?.pdf ?? null} label={title} busy={!data} />
        </div>
      )}
    </Dialog>
  );
}

function One(props: { letter: LetterRow; onShow: () => void; onProof: () => void }) {
  const { letter, onShow, onProof } = props;
  const t = useText();
  const { begin } = useActs();
  const { saveCopy } = useSaving();
  const words = t.customers.documents;
  const step = stepName(letter.step, 'letter', t);
  // What is confirmed can still get its proof of posting; an e-mail has none.
  const mayConfirm =
    letter.state === 'handed_over' ||
    (letter.state === 'confirmed' && !letter.proof && letter.channels.includes('letter'));
  const { takeBack, busy } = useTakeBack();
  const tone = { approved: 'plain', handed_over: 'held', confirmed: 'good', withdrawn: 'plain' } as const;
  const confirmWords = letter.state === 'confirmed' ? words.addProof : words.confirm;
  return (
    <li className="document">
      <div className="document-words">
        <p>
          <span className="document-name">{step}</span>{' '}
          <Chip tone={tone[letter.state]}>{words.state[letter.state]}</Chip>
        </p>
        <p className="field-help">
          <DateText value={letter.date} />
          {` · ${letter.letter} · ${letter.channels.map((channel) => t.today.channel[channel]).join(' + ')}`}
          {letter.left_on && ` · ${words.leftOn(formatDate(letter.left_on, t))}`}
          {letter.proof && ` · ${words.proof}`}
          {letter.withdrawn &&
            ` · ${[formatDate(letter.withdrawn.date, t), letter.withdrawn.reason].filter(Boolean).join(': ')}`}
        </p>
      </div>
      <Money value={letter.claim.total} />
      <div className="document-buttons">
        <Button weight="quiet" aria-label={words.showWhat(`${step} ${letter.letter}`)} onPress={onShow}>
          {words.show}
        </Button>
        {letter.proof && (
          <Button weight="quiet" aria-label={t.files.proofOf(`${step} ${letter.letter}`)} onPress={onProof}>
            {t.files.proof}
          </Button>
        )}
        {letter.withdraw && (
          <Button
            weight="quiet"
            isPending={busy}
            aria-label={`${t.pastRuns.back.one}: ${letter.letter}`}
            onPress={() => void takeBack({ letters: [letter.letter] })}
          >
            {t.pastRuns.back.one}
          </Button>
        )}
        {letter.state !== 'withdrawn' && (
          <Button
            weight="quiet"
            aria-label={`${t.acts.name.copy}: ${letter.letter}`}
            onPress={() => void saveCopy(letter.letter)}
          >
            {words.copy}
          </Button>
        )}
        {mayConfirm && (
          <Button
            weight="quiet"
            aria-label={`${confirmWords}: ${letter.letter}`}
            onPress={() =>
              begin('confirm', { customer: letter.customer, name: letter.name, letter: letter.letter, step })
            }
          >
            {confirmWords}
          </Button>
        )}
      </div>
    </li>
  );
}

export function Letters({ letters, empty }: { letters: readonly LetterRow[]; empty: string }) {
  const t = useText();
  const [opened, setOpened] = useState<LetterRow | null>(null);
  const [proof, setProof] = useState<LetterRow | null>(null);
  const { shown, more } = useMore(letters);
  if (letters.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <>
      <ul className="documents">
        {shown.map((letter) => (
          <One
            key={letter.letter}
            letter={letter}
            onShow={() => setOpened(letter)}
            onProof={() => setProof(letter)}
          />
        ))}
      </ul>
      {more}
      {opened && <LetterDialog letter={opened} onClose={() => setOpened(null)} />}
      {proof && (
        <KeptFileDialog
          ask={{ letter: proof.letter }}
          title={t.files.proofOf(`${stepName(proof.step, 'letter', t)} ${proof.letter}`)}
          onClose={() => setProof(null)}
        />
      )}
    </>
  );
}
