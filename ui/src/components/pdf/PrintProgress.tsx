// How far the pages are on their way to the printer, and a way to stop.

import { ProgressBar } from 'react-aria-components';
import { useText } from '../../i18n';
import { Button } from '../Button';
import type { PrintProgress as Progress } from './printPdf';
import '../ProgressJob.css';

export function PrintProgress({ progress, onStop }: { progress: Progress; onStop: () => void }) {
  const t = useText();
  const { done, total } = progress;
  const words = total > 0 ? t.pdf.print.preparing(Math.min(done + 1, total), total) : t.job.preparing;
  return (
    <div className="job">
      <ProgressBar className="job-bar" aria-label={words} value={done} maxValue={Math.max(1, total)}>
        <div className="job-words">
          <span>{words}</span>
          <span className="quiet">{t.pdf.print.privacy}</span>
        </div>
        <svg className="job-track" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect width="100" height="6" fill="var(--line)" />
          <rect width={total > 0 ? (done / total) * 100 : 0} height="6" fill="var(--accent)" />
        </svg>
      </ProgressBar>
      <Button onPress={onStop}>{t.pdf.print.stop}</Button>
    </div>
  );
}
