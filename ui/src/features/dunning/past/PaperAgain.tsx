// Paper that came out wrong after all: the same letters once more, until it is said that they were posted.

import type { LetterRow, RunRow } from '../../../backend';
import { Button } from '../../../components/Button';
import { PrintProgress } from '../../../components/pdf/PrintProgress';
import { usePrint } from '../../../components/pdf/usePrint';
import { useText } from '../../../i18n';
import { useAct } from '../../session/useAct';

export function PaperAgain({ run, letters }: { run: RunRow; letters: readonly LetterRow[] }) {
  const t = useText();
  const words = t.pastRuns.one;
  const { act, busy } = useAct();
  const { print, progress, stop } = usePrint();
  const again = async () => {
    const which = { run: run.run, letters: letters.map(({ letter }) => letter) };
    const made = await act('run_pdf', which, { quiet: true });
    if (made) await print(made.pdf);
  };
  if (progress) return <PrintProgress progress={progress} onStop={stop} />;
  return (
    <p className="leave-again">
      {words.again}{' '}
      <Button weight="link" isPending={busy} onPress={() => void again()}>
        {words.printAgain(letters.length)}
      </Button>
    </p>
  );
}
