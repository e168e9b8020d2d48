import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { brandScale, darkScale, fontFamily, fontSizes, palette, paletteVariables, space } from '@/ui/tokens';

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 6 },
  colors: {
    brand: [...brandScale] as unknown as MantineColorsTuple,
    dark: [...darkScale] as unknown as MantineColorsTuple,
  },
  fontFamily,
  fontSizes,
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.45' },
    },
  },
  spacing: space,
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 8px 28px rgb(16 28 40 / 14%)',
    lg: '0 8px 28px rgb(16 28 40 / 14%)',
    xl: '0 8px 28px rgb(16 28 40 / 14%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  black: palette.light.ink,
  components: {
    Button: { styles: { label: { overflow: 'visible' } } },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 140 } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.35 } },
    },
    Drawer: { styles: { title: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.35 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Roles of Mantine's own variables, and the contrast fixes that its default theme needs (WCAG 2.2 AA). */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const roles = (colors: (typeof palette)['light'] | (typeof palette)['dark']) => ({
    ...paletteVariables(colors),
    '--mantine-color-body': colors.surface,
    '--mantine-color-text': colors.ink,
    '--mantine-color-dimmed': colors.inkSoft,
    '--mantine-color-placeholder': colors.inkSoft,
    '--mantine-color-error': colors.bad,
    '--mantine-color-default-border': colors.lineStrong,
    '--mantine-color-default': colors.surface,
    '--mantine-color-default-color': colors.ink,
    '--mantine-color-anchor': colors.brand,
  });
  return { variables: {}, light: roles(palette.light), dark: roles(palette.dark) };
};
