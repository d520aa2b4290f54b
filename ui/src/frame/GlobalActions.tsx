// What works in every screen: the palette, the keys, preferences, language and colours.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setLanguage, useLanguage } from '../i18n';
import { useAction } from '../keys/actions';
import { KeySheet } from '../keys/KeySheet';
import { Palette } from '../keys/Palette';
import { setTheme } from '../theme/theme';
import { PreferencesDialog } from './PreferencesDialog';

type Shown = 'palette' | 'keySheet' | 'preferences' | null;

export function GlobalActions() {
  const [shown, setShown] = useState<Shown>(null);
  const lang = useLanguage();
  const queries = useQueryClient();
  const close = () => setShown(null);

  useAction('palette', () => setShown('palette'));
  useAction('keySheet', () => setShown('keySheet'));
  useAction('preferences', () => setShown('preferences'));
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
