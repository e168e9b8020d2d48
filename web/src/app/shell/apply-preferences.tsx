import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useMe } from '@/api/session';
import { setLetterKeys } from '@/lib/keys';

/** Makes the page what the person has chosen, on whatever computer. */
export function ApplyPreferences() {
  const { density, singleLetterKeys, theme } = useMe().preferences;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme), [theme, setColorScheme]);
  useEffect(() => setLetterKeys(singleLetterKeys), [singleLetterKeys]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
    return () => {
      delete document.documentElement.dataset.density;
    };
  }, [density]);
  return null;
}
