// Inlezen: files in, looked at first, then booked all at once.

import { useEffect } from 'react';
import { arrive } from '../../components/arrival';
import { Button } from '../../components/Button';
import { ProgressJob } from '../../components/ProgressJob';
import { RoomHead } from '../../components/RoomHead';
import { ErrorState } from '../../components/States';
import { useText } from '../../i18n';
import { inWordsOf } from '../session/problems';
import { Booked } from './Booked';
import { ChooseFiles } from './ChooseFiles';
import { FileCard } from './FileCard';
import { Start } from './Start';
import { sentence, usableFirst } from './words';
import { useIntake, type Intake } from './useIntake';
import './Import.css';

function Preview({ intake }: { intake: Intake }) {
  const t = useText();
  const { preview } = intake;
  // What is looked at asks one thing: whether to book it; when there is nothing in it, what else there is.
  const asks = preview !== undefined && !intake.reading;
  const files = preview?.files.length ?? 0;
  useEffect(() => {
    if (!asks || files === 0) return;
    arrive();
    // With one file more the list grew above the button that asked for it.
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [asks, files]);
  if (!preview) return null;
  const { title, text } = sentence(preview, t);
  return (
    <>
      <RoomHead title={title} lead={text || undefined}>
        <Button onPress={intake.clear}>{t.importing.preview.no}</Button>
        <Button
          weight="primary"
          large
          {...(preview.anything && { 'data-arrival': '' })}
          isDisabled={!preview.anything || intake.reading}
          isPending={intake.booking}
          onPress={() => void intake.book()}
        >
          {intake.booking ? t.importing.preview.booking : t.importing.preview.book}
        </Button>
      </RoomHead>
      {(intake.reading || intake.booking) && <ProgressJob onlyKnown />}
      <ul className="intake-files" aria-label={t.importing.preview.files}>
        {usableFirst(preview.files).map((file) => (
          <li key={file.name + file.path}>
            <FileCard file={file} intake={intake} alone={preview.files.length === 1} />
          </li>
        ))}
      </ul>
      <div className="intake-more">
        <ChooseFiles add={intake.add} arrival={!preview.anything} />
      </div>
    </>
  );
}

export function ImportTab() {
  const t = useText();
  const intake = useIntake();
  const { paths, preview, failure, booked } = intake;
  if (paths.length === 0) {
    return (
      <div className="intake">
        {booked ? (
          <Booked booked={booked} onUndo={intake.undo} onMore={intake.add} />
        ) : (
          <Start add={intake.add} />
        )}
      </div>
    );
  }
  if (failure) {
    return (
      <div className="intake">
        <ErrorState
          title={t.importing.preview.failed}
          reason={inWordsOf(failure, t.error.reading)}
          onRetry={intake.again}
        />
        <div className="intake-more intake-middle">
          <Button onPress={intake.clear}>{t.importing.preview.no}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="intake">
      {preview ? (
        <Preview intake={intake} />
      ) : (
        <div className="intake-reading">
          <RoomHead title={t.importing.preview.reading} />
          <ProgressJob leavable />
          <div className="intake-more intake-middle">
            <Button onPress={intake.clear}>{t.importing.preview.no}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
