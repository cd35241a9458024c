import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import styles from './lock-screen.module.css'

const FIGURES = 6
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

type PinPadProps = {
  /** Whose PIN it is. */
  name: string
  isPending: boolean
  /** Why the last one opened nothing. */
  says: string | null
  onPin: (pin: string) => void
  onBack: () => void
}

/** Six figures by finger or by key; the sixth opens. */
export function PinPad({ name, isPending, says, onPin, onBack }: PinPadProps) {
  const [typed, setTyped] = useState('')
  const add = (figure: string) => {
    if (isPending || typed.length >= FIGURES) return
    const next = typed + figure
    setTyped(next.length === FIGURES ? '' : next)
    if (next.length === FIGURES) onPin(next)
  }
  const back = () => setTyped(typed.slice(0, -1))
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      if (/^\d$/.test(key)) add(key)
      if (key === 'Backspace') back()
      if (key === 'Escape') onBack()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  return (
    <div className={styles.pin}>
      <h2>{name}, your PIN</h2>
      <p className={styles.dots} role="status" aria-label={isPending ? 'Looking' : `${typed.length} of ${FIGURES} figures`}>
        {Array.from({ length: FIGURES }, (_, i) => (
          <i key={keys[i]} data-full={isPending || i < typed.length || undefined} />
        ))}
      </p>
      {says && <p role="alert">{says}</p>}
      <div className={styles.pad}>
        {keys.map((key) => (
          <button key={key} type="button" onClick={() => add(key)}>
            {key}
          </button>
        ))}
        <button type="button" aria-label="Take back the last figure" onClick={back}>
          ⌫
        </button>
      </div>
      <Button kind="second" onClick={onBack}>
        Someone else
      </Button>
    </div>
  )
}
