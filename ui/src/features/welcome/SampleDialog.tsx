// Makes the sample administration: how large, where, its progress, and then what opens it.

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiFailure, useBackend } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { PathField } from '../../components/PathField';
import { ProgressJob } from '../../components/ProgressJob';
import { ErrorStrip } from '../../components/States';
import { useText } from '../../i18n';
import { problemsOf, withoutFields } from '../session/problems';
import { useSession } from '../session/session';
import { SampleMade } from './SampleMade';

const sizes = {
  small: { customers: 40, invoices: 180 },
  medium: { customers: 800, invoices: 4_000 },
  large: { customers: 20_000, invoices: 100_000 },
} as const;

type Size = keyof typeof sizes;

export function SampleDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const backend = useBackend();
  const { setSession } = useSession();
  const [size, setSize] = useState<Size>('small');
  const [chosen, setChosen] = useState<string | null>(null);
  const name = t.welcome.sampleForm.folderName;
  const suggested = useQuery({
    queryKey: ['folder_suggest', name],
    queryFn: () => backend.call('folder_suggest', { name }),
    gcTime: 0,
  }).data?.folder;
  const folder = chosen ?? suggested ?? '';
  const make = useMutation({
    mutationFn: () => backend.call('sample_create', { folder, ...sizes[size] }),
    // The passphrase of the answer must not stay behind in the window's memory.
    gcTime: 0,
  });
  const cancelled = make.error instanceof ApiFailure && make.error.error.code === 'job_cancelled';
  const error = cancelled ? null : make.error;

  const { data: made } = make;
  if (made) return <SampleMade made={made} onDone={() => setSession(made.session)} />;
  return (
    <Dialog
      title={t.welcome.sampleForm.title}
      isOpen
      onClose={onClose}
      keepOpen={make.isPending}
      buttons={
        !make.isPending && (
          <>
            <Button onPress={onClose}>{t.common.cancel}</Button>
            <Button weight="primary" isDisabled={folder === ''} onPress={() => make.mutate()}>
              {t.welcome.sampleForm.start}
            </Button>
          </>
        )
      }
    >
      {make.isPending ? (
        <ProgressJob />
      ) : (
        <>
          <p className="quiet">{t.welcome.sampleForm.text}</p>
          <Choice
            label={t.welcome.sampleForm.size}
            value={size}
            onChange={setSize}
            options={(Object.keys(sizes) as Size[]).map((value) => ({
              value,
              ...t.welcome.sampleForm.sizes[value],
            }))}
          />
          <PathField
            label={t.welcome.sampleForm.folder}
            pickTitle={t.welcome.sampleForm.pick}
            value={folder}
            onChange={setChosen}
            problem={problemsOf(error).folder}
          />
          <ErrorStrip reason={withoutFields(error, ['folder'])} />
        </>
      )}
    </Dialog>
  );
}
