// Where the administration stands, how to move it, and taking everything along in open files.

import { useMutation } from '@tanstack/react-query';
import { useBackend, type Place } from '../../backend';
import { Button } from '../../components/Button';
import { CopyText } from '../../components/CopyText';
import { formatSize } from '../../components/fileSize';
import { Icon } from '../../components/Icon';
import { ProgressJob } from '../../components/ProgressJob';
import { ErrorStrip } from '../../components/States';
import { useLanguage, useText } from '../../i18n';
import { inWordsOf } from '../session/problems';
import { Block, Loaded, Part } from './Part';
import { usePlace } from './useSettings';

function Where({ place }: { place: Place }) {
  const t = useText().settings.place;
  const lang = useLanguage();
  const folder = (
    <dl>
      <CopyText label={t.folder} text={place.folder} />
    </dl>
  );
  // An administration is never empty: where nothing is left, the folder itself is gone.
  if (place.bytes === 0) {
    return (
      <Block>
        {folder}
        <p className="part-bad" role="alert">
          <Icon name="error" />
          {t.gone}
        </p>
      </Block>
    );
  }
  return (
    <Block>
      {folder}
      <p>
        {place.backup_bytes === 0
          ? t.sizeOnly(formatSize(place.bytes, lang))
          : t.size(formatSize(place.bytes, lang), formatSize(place.backup_bytes, lang))}
      </p>
      {place.cloud ? (
        <div className="part-warning">
          <p>
            <Icon name="warning" />
            <strong>{t.cloud(place.cloud)}</strong>
          </p>
          <p>{t.cloudText}</p>
        </div>
      ) : (
        <p className="quiet">{t.noCloud}</p>
      )}
      {!place.writable && (
        <p className="part-bad" role="alert">
          <Icon name="error" />
          {t.readOnly}
        </p>
      )}
    </Block>
  );
}

function Moving({ place }: { place: Place }) {
  const t = useText().settings.place;
  return (
    <Block title={t.move}>
      <ol className="part-steps">
        {t.moveSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {place.journal && (
        <dl>
          <CopyText label={t.journal} text={place.journal} />
        </dl>
      )}
    </Block>
  );
}

function ExportAll() {
  const text = useText();
  const t = text.settings.place;
  const backend = useBackend();
  const write = useMutation({
    mutationFn: async (out: string) => ({ out, ...(await backend.call('export', { out })) }),
  });
  const start = async () => {
    const out = await backend.pickFolder({ title: t.exportPick });
    if (out !== null) write.mutate(out);
  };
  return (
    <Block title={t.export} text={t.exportText}>
      {write.isPending ? (
        <ProgressJob />
      ) : (
        <div className="part-buttons">
          <Button icon="folder" onPress={() => void start()}>
            {t.exportStart}
          </Button>
        </div>
      )}
      <ErrorStrip reason={inWordsOf(write.error, text.error.place)} />
      {write.data && (
        <p className="part-good" role="status">
          <Icon name="done" />
          {t.exported(write.data.files.length, write.data.out)}
        </p>
      )}
    </Block>
  );
}

export function PlacePart() {
  const t = useText().settings;
  const asked = usePlace();
  return (
    <Part title={t.tabs.place} lead={t.place.lead}>
      <Loaded asked={asked}>
        {(place) => (
          <>
            <Where place={place} />
            <Moving place={place} />
            <ExportAll />
          </>
        )}
      </Loaded>
    </Part>
  );
}
