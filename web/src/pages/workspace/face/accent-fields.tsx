import {
  type Accent,
  faintestPair,
  isColor,
  LEAST_CONTRAST,
  lightened,
  measureAccent,
  ratioShown,
  type Scheme,
} from '@dripline/clinical/face'
import { useState } from 'react'
import { Pairs, TextField } from '../../../ui/index.tsx'
import styles from './face.module.css'
import { colorIn } from './face-in.ts'

const places = {
  page: 'the page',
  card: 'a card',
  foot: 'the foot of a page',
  chosen: 'what is chosen',
  button: 'the words on a button',
} as const

const measured = (scheme: Scheme, color: string): string => {
  if (!isColor(color)) return 'Six figures and letters after #, like #0f5c5e.'
  const faintest = faintestPair(measureAccent(scheme, color))
  if (!faintest) return ''
  const said = `${ratioShown(faintest.ratio)} : 1 against ${places[faintest.pair]}, its faintest`
  return faintest.isEnough ? `${said}: enough.` : `${said}: not enough, at least ${LEAST_CONTRAST} : 1 is needed.`
}

/** The clinic's color by day and by night, measured as it is typed; left empty, the house's own stays. */
export function AccentFields({ accent }: { accent: Accent | null }) {
  const [light, setLight] = useState<string>(accent?.light ?? '')
  const [dark, setDark] = useState<string>(accent?.dark ?? '')
  const [day, typedNight] = [colorIn(light), colorIn(dark)]
  const isMade = typedNight === '' && isColor(day)
  const night = isMade ? lightened(day) : typedNight
  return (
    <Pairs>
      <div className={styles.color}>
        <TextField
          name="accent.light"
          label="Color on light ground"
          value={light}
          onChange={setLight}
          placeholder="#0f5c5e"
          hint={day === '' ? 'Empty: our own color.' : measured('light', day)}
        />
        <Swatch color={day} />
      </div>
      <div className={styles.color}>
        <TextField
          name="accent.dark"
          label="Color on dark ground"
          value={dark}
          onChange={setDark}
          placeholder={isMade ? night : '#7cc4bc'}
          hint={
            night === ''
              ? 'Empty: our own color.'
              : `${isMade ? `Empty: ${night}, made of the other. ` : ''}${measured('dark', night)}`
          }
        />
        <Swatch color={night} />
      </div>
    </Pairs>
  )
}

const Swatch = ({ color }: { color: string }) =>
  isColor(color) && <span className={styles.swatch} style={{ background: color }} aria-hidden="true" />
