// What this window remembers for itself: its language, its colours, and when it locks.

import { useMutation } from '@tanstack/react-query';
import { useBackend, type Lang } from '../backend';
import { Choice } from '../components/Choice';
import { SelectField } from '../components/SelectField';
import { ErrorStrip } from '../components/States';
import { useSession } from '../features/session/session';
import { setLanguage, useLanguage, useText } from '../i18n';
import { setTheme, themes, useTheme } from '../theme/theme';

const languages: readonly Lang[] = ['nl', 'en'];
const minuteChoices = [5, 15, 30, 60] as const;
const NEVER = 'never';

export function LookFields() {
  const t = useText();
  const lang = useLanguage();
  const theme = useTheme();
  return (
    <>
      <Choice
        label={t.preferences.language}
        value={lang}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, title: t.languageName[value] }))}
      />
      <Choice
        label={t.preferences.theme}
        value={theme}
        onChange={setTheme}
        options={themes.map((value) => ({ value, title: t.preferences.themes[value] }))}
      />
    </>
  );
}

export function LockAfterField() {
  const t = useText();
  const backend = useBackend();
  const { info, setLockAfter } = useSession();
  const save = useMutation({
    mutationFn: (minutes: number | null) => backend.call('lock_after_set', { minutes }),
    onSuccess: ({ minutes }) => setLockAfter(minutes),
  });
  const known = info.lock_after_minutes;
  const minutes = [...new Set([...minuteChoices, ...(known === null ? [] : [known])])].toSorted(
    (a, b) => a - b,
  );
  return (
    <>
      <SelectField
        label={t.preferences.lockAfter}
        help={t.preferences.lockAfterHelp}
        value={known === null ? NEVER : String(known)}
        onChange={(value) => save.mutate(value === NEVER ? null : Number(value))}
        options={[
          ...minutes.map((count) => ({ value: String(count), label: t.preferences.minutes(count) })),
          { value: NEVER, label: t.preferences.never },
        ]}
      />
      <ErrorStrip reason={save.error} />
    </>
  );
}
