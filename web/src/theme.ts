import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const ridge: MantineColorsTuple = [
  '#EFF6F5',
  '#DFECEB',
  '#C2DBD8',
  '#9CCAC6',
  '#74C2BC',
  '#4AA09B',
  '#2C827F',
  '#1A6C6C',
  '#0F5C5E',
  '#0B4A4C',
]
const gray: MantineColorsTuple = [
  '#F3F5F7',
  '#EAEEF1',
  '#D8DEE4',
  '#B9C3CC',
  '#98A4AF',
  '#7E8A95',
  '#5D6974',
  '#43505C',
  '#26323D',
  '#15202A',
]
const dark: MantineColorsTuple = [
  '#E6ECF1',
  '#B2BEC9',
  '#8C99A5',
  '#74828F',
  '#2D3842',
  '#222B34',
  '#1E262E',
  '#171E25',
  '#10151A',
  '#0B0F13',
]

export const theme = createTheme({
  colors: { ridge, gray, dark },
  primaryColor: 'ridge',
  primaryShade: { light: 8, dark: 4 },
  white: '#FFFFFF',
  black: '#15202A',
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: 'var(--dl-sans)',
  headings: {
    fontFamily: 'var(--dl-heading)',
    fontWeight: 'var(--dl-heading-weight)',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'var(--dl-h1)', lineHeight: '1.12' },
      h2: { fontSize: 'var(--dl-h2)', lineHeight: '1.2' },
      h3: { fontSize: '1.03rem', lineHeight: '1.3' },
    },
  },
  fontSizes: { xs: '0.84375rem', sm: '0.90625rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  fontWeights: { regular: '400', medium: '600', bold: '650' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.75rem' },
  radius: { xs: '5px', sm: '8px', md: '10px', lg: '12px', xl: '14px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
})

const names = {
  '--mantine-color-body': 'var(--dl-ground)',
  '--mantine-color-default': 'var(--dl-surface)',
  '--mantine-color-default-hover': 'var(--dl-sunk)',
  '--mantine-color-disabled': 'var(--dl-sunk)',
  '--mantine-color-default-border': 'var(--dl-line-strong)',
  '--mantine-color-disabled-border': 'var(--dl-line)',
  '--mantine-color-text': 'var(--dl-ink)',
  '--mantine-color-default-color': 'var(--dl-ink)',
  '--mantine-color-bright': 'var(--dl-ink)',
  '--mantine-color-dimmed': 'var(--dl-ink-2)',
  '--mantine-color-placeholder': 'var(--dl-ink-3)',
  '--mantine-color-disabled-color': 'var(--dl-ink-3)',
  '--mantine-color-anchor': 'var(--dl-accent)',
  '--mantine-primary-color-filled': 'var(--dl-accent)',
  '--mantine-color-ridge-filled': 'var(--dl-accent)',
  '--mantine-primary-color-filled-hover': 'var(--dl-accent-hover)',
  '--mantine-color-ridge-filled-hover': 'var(--dl-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--dl-on-accent)',
  '--mantine-primary-color-light': 'var(--dl-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--dl-accent)',
  '--mantine-color-error': 'var(--dl-st-exclude-text)',
}

/** Mantine's colour names point at our tokens, so a mood or a scheme changes in one place only. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: names, dark: names })
