/**
 * The visual identity: every colour, size and duration of the product by its role. Components use the CSS variables
 * made from here (`--o-…`); charts, which need values, take them from `palette`.
 */
export const palette = {
  light: {
    ink: '#16202C',
    inkSoft: '#4A5868',
    line: '#DDE3EA',
    lineStrong: '#8593A3',
    paper: '#F6F8FA',
    surface: '#FFFFFF',
    brand: '#17557A',
    brandHover: '#124562',
    brandTint: '#E7F0F5',
    attention: '#8A5000',
    attentionTint: '#FFF4DF',
    bad: '#A33A16',
    badTint: '#FBEAE4',
    good: '#256B45',
    goodTint: '#E6F3EC',
    neutral: '#B9C4CF',
  },
  dark: {
    ink: '#E8EDF2',
    inkSoft: '#A9B6C4',
    line: '#2C3946',
    lineStrong: '#7C8B9B',
    paper: '#10171E',
    surface: '#18212A',
    brand: '#8CC4E4',
    brandHover: '#B3DAF0',
    brandTint: '#1C3444',
    attention: '#F0B95C',
    attentionTint: '#3A2C12',
    bad: '#F0946F',
    badTint: '#3C211A',
    good: '#7FCBA0',
    goodTint: '#18342A',
    neutral: '#5B6977',
  },
} as const;

export type Palette = { [role in keyof (typeof palette)['light']]: string };

/** Marks «2»–«5»: the same in both themes, with the ink that is readable on each. */
export const markColors = {
  2: { fill: '#B2451E', ink: '#FFFFFF' },
  3: { fill: '#E8A33D', ink: '#16202C' },
  4: { fill: '#7FB3D5', ink: '#16202C' },
  5: { fill: '#1F6F8B', ink: '#FFFFFF' },
} as const;

/** Ten steps of the brand for filled controls; step 8 is the brand itself. */
export const brandScale = [
  '#E7F0F5',
  '#D2E3EC',
  '#ABCCDD',
  '#7FB3D1',
  '#5699BF',
  '#3C86B0',
  '#2B769F',
  '#1F668E',
  '#17557A',
  '#124562',
] as const;

/** Greys of the dark theme, from text to ground, in the cool hue of the palette. */
export const darkScale = [
  '#E8EDF2',
  '#C5CFD9',
  '#A9B6C4',
  '#7C8B9B',
  '#46545F',
  '#2C3946',
  '#202B35',
  '#18212A',
  '#121A21',
  '#0D1318',
] as const;

export const fontFamily = "'Golos Text Variable', 'Golos Text', system-ui, 'Segoe UI', Roboto, Arial, sans-serif";
/** 13 / 15 / 17 / 22 / 30 pixels at the browser's default size. */
export const fontSizes = { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.375rem' };
export const space = { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' };
export const narrow = '(max-width: 47.99em)';

/** CSS variables of a palette: `inkSoft` → `--o-ink-soft`. */
export function paletteVariables(colors: Palette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).map(([role, value]) => [
      `--o-${role.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
      value,
    ]),
  );
}
