import { accentTokens, isColor, measureAccent, type Scheme } from '@dripline/clinical/face'

const FILE = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/

const tokensIn = (scheme: Scheme, color: unknown) =>
  isColor(color) && measureAccent(scheme, color).every(({ isEnough }) => isEnough) ? accentTokens(scheme, color) : null

/** The sheet that an address like `0f5c5e-7cc4bc.css` names: the tokens of an accent, on pages of paper alone; null where it names colors that no clinic may have. */
export function accentSheet(file: string): string | null {
  const [, light, dark] = FILE.exec(file) ?? []
  const [day, night] = [tokensIn('light', `#${light}`), tokensIn('dark', `#${dark}`)]
  if (!day || !night) return null
  const token = (name: string, one: string, other: string) => `  --dl-${name}: light-dark(${one}, ${other});`
  return [
    '[data-mood="paper"] {',
    token('accent', day.accent, night.accent),
    token('accent-hover', day.hover, night.hover),
    token('on-accent', day.onAccent, night.onAccent),
    token('accent-soft', day.soft, night.soft),
    token('focus', day.focus, night.focus),
    '}\n',
  ].join('\n')
}
