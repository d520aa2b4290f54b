// Letter paper: the logo, where the window of the envelope is, and a page to try it.

import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { useBackend, type SettingsView } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { NumberField } from '../../components/NumberField';
import { ErrorStrip } from '../../components/States';
import { notify } from '../../components/Toast';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import { inWordsOf, problemsOf, withoutFields } from '../session/problems';
import { useAct } from '../session/useAct';
import { Block, Loaded, Part } from './Part';
import { SaveBar } from './SaveBar';
import { useSettings } from './useSettings';

function Logo() {
  const t = useText().settings.paper;
  const backend = useBackend();
  const { act, busy, failure } = useAct();
  const { data } = useQuery({
    queryKey: ['logo_read'],
    queryFn: () => backend.call('logo_read', {}),
    staleTime: Infinity,
  });
  const logo = data?.logo ?? null;
  const choose = async () => {
    const file = await backend.pickFile({
      title: t.pick,
      filters: [{ name: t.pictures, extensions: ['png', 'jpg', 'jpeg'] }],
    });
    if (file !== null) await act('configure', { what: 'logo', file }, { ownErrors: true });
  };
  return (
    <Block title={t.logo} text={t.logoHelp}>
      <div className="logo">
        {logo ? (
          <img className="logo-picture" src={`data:${logo.media_type};base64,${logo.data}`} alt={t.logoAlt} />
        ) : (
          <p className="logo-none quiet">{data && t.logoNone}</p>
        )}
        <div className="logo-side">
          {logo && <p className="quiet">{t.logoSize(logo.width, logo.height)}</p>}
          <div className="part-buttons">
            <Button icon="folder" isPending={busy} onPress={() => void choose()}>
              {logo ? t.change : t.choose}
            </Button>
            {logo && (
              <Button
                weight="quiet"
                isDisabled={busy}
                onPress={() => void act('configure', { what: 'logo', file: null }, { ownErrors: true })}
              >
                {t.remove}
              </Button>
            )}
          </div>
        </div>
      </div>
      <ErrorStrip reason={inWordsOf(failure, t.logoFaults)} />
    </Block>
  );
}

function Window({ settings }: { settings: SettingsView }) {
  const t = useText().settings.paper;
  const { act } = useAct();
  const { creditor } = settings;
  return (
    <Block>
      <Choice
        label={t.window}
        value={creditor.window}
        onChange={(window) =>
          void act('configure', {
            what: 'creditor',
            creditor: { ...creditor, window },
            terms_name_costs: settings.terms_name_costs,
          })
        }
        options={(['left', 'right'] as const).map((value) => ({ value, title: t.windows[value] }))}
      />
    </Block>
  );
}

type Shift = { window_shift_x: number; window_shift_y: number };

function Shifts({ settings }: { settings: SettingsView }) {
  const t = useText();
  const words = t.settings.paper;
  const { act, busy, failure } = useAct();
  const kept = settings.settings as unknown as Shift;
  const [draft, setDraft, forget] = useDraft<Partial<Shift>>('settings.shift', {});
  const shift = { window_shift_x: kept.window_shift_x, window_shift_y: kept.window_shift_y, ...draft };
  const limit = (field: string) => settings.limits.find((known) => known.field === field);
  const problems = problemsOf(failure);
  const drop = () => {
    forget();
    setDraft({});
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await act('configure', { what: 'settings', change: shift }, { ownErrors: true })) drop();
  };
  const field = (name: keyof Shift, label: string) => (
    <NumberField
      label={label}
      value={shift[name]}
      onChange={(value) => setDraft({ ...draft, [name]: Number.isFinite(value) ? value : 0 })}
      minValue={limit(name)?.min ?? -10}
      maxValue={limit(name)?.max ?? 10}
      problem={problems[name]}
    />
  );
  return (
    <Block title={words.shift} text={words.shiftHelp}>
      <form className="part-form" onSubmit={(event) => void save(event)} noValidate>
        <div className="part-pair">
          {field('window_shift_x', words.x)}
          {field('window_shift_y', words.y)}
        </div>
        <ErrorStrip reason={withoutFields(failure, ['window_shift_x', 'window_shift_y'])} />
        <SaveBar
          changed={
            shift.window_shift_x !== kept.window_shift_x || shift.window_shift_y !== kept.window_shift_y
          }
          busy={busy}
          onRevert={drop}
        />
      </form>
    </Block>
  );
}

function TestPage() {
  const text = useText();
  const t = text.settings.paper;
  const backend = useBackend();
  const save = useMutation({
    mutationFn: async () => {
      const out = await backend.saveFile({
        title: t.testSave,
        start: t.testFile,
        filters: [{ name: t.pdf, extensions: ['pdf'] }],
      });
      return out === null ? null : backend.call('test_page', { out });
    },
    onSuccess: (saved) => saved && notify({ tone: 'good', message: t.testSaved(saved.file) }),
  });
  return (
    <Block title={t.test} text={t.testText}>
      <div className="part-buttons">
        <Button icon="save" isPending={save.isPending} onPress={() => save.mutate()}>
          {t.testSave}
        </Button>
      </div>
      <ErrorStrip reason={inWordsOf(save.error, text.error.place)} />
    </Block>
  );
}

export function PaperPart() {
  const t = useText().settings;
  const asked = useSettings();
  return (
    <Part title={t.tabs.paper} lead={t.paper.lead}>
      <Loaded asked={asked}>
        {(settings) => (
          <>
            <Logo />
            <Window settings={settings} />
            <Shifts settings={settings} />
            <TestPage />
          </>
        )}
      </Loaded>
    </Part>
  );
}
