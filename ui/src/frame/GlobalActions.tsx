// What works in every screen: the palette, the keys, preferences, language and colours.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../features/session/session';
import { setLanguage, useLanguage } from '../i18n';
import { useAction } from '../keys/actions';
import { KeySheet } from '../keys/KeySheet';
import { setTheme } from '../theme/theme';
import { Palette } from './palette/Palette';
import { PreferencesDialog } from './PreferencesDialog';

type Shown = 'palette' | 'keySheet' | 'preferences';

export function GlobalActions() {
  const { session } = useSession();
  const [asked, setAsked] = useState<{ what: Shown; session: string } | null>(null);
  const lang = useLanguage();
  const queries = useQueryClient();
  // What was asked for in an open administration does not stay in sight over its lock.
  const shown = asked?.session === session.state ? asked.what : null;
  const show = (what: Shown) => setAsked({ what, session: session.state });
  const close = () => setAsked(null);

  useAction('palette', () => show('palette'));
  useAction('keySheet', () => show('keySheet'));
  useAction('preferences', () => show('preferences'));
  useAction('language', () => setLanguage(lang === 'nl' ? 'en' : 'nl'));
  useAction('theme', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
  useAction('refresh', () => void queries.invalidateQueries());

  return (
    <>
      <Palette isOpen={shown === 'palette'} onClose={close} />
      <KeySheet isOpen={shown === 'keySheet'} onClose={close} />
      <PreferencesDialog isOpen={shown === 'preferences'} onClose={close} />
    </>
  );
}
