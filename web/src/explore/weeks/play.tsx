import * as words from '@dripline/clinical/words/explore'
import { type SyntheticEvent, useId, useState } from 'react'
import { useReader } from '../../data/reader.ts'
import { Button } from '../../ui/button.tsx'
import styles from '../explore.module.css'
import { emptyGuess, finished, type Guess, ofWeeks, underFrom } from './guess.ts'
import type { WeeksNumbers } from './numbers.ts'
import form from './pad.module.css'
import { Pad } from './pad.tsx'
import { Truth } from './truth.tsx'

type PlayProps = { numbers: WeeksNumbers }

/** First the reader says how long they think it lasts, then they see. */
export default function WeeksPlay({ numbers }: PlayProps) {
  const [guess, setGuess] = useState<Guess>(() => emptyGuess(numbers.lastDay))
  const [isShown, setShown] = useState(false)
  const line = finished(guess)
  const again = () => {
    setGuess(emptyGuess(numbers.lastDay))
    setShown(false)
  }
  if (!isShown) return <Ask numbers={numbers} guess={guess} onGuess={setGuess} onShow={() => setShown(true)} />
  return <Truth numbers={numbers} guess={line} guessed={line && underFrom(line, numbers.worth)} onAgain={again} />
}

type AskProps = PlayProps & { guess: Guess; onGuess: (guess: Guess) => void; onShow: () => void }

function Ask({ numbers, guess, onGuess, onShow }: AskProps) {
  const to = useReader()
  const hasGuess = finished(guess) !== null
  const skip = () => {
    onGuess(emptyGuess(numbers.lastDay))
    onShow()
  }
  return (
    <div className={styles.side}>
      <p className={styles.said}>{words.weeksAsk(to)}</p>
      <p className={styles.name}>{words.weeksReliefName(to)}</p>
      <Pad guess={guess} worth={numbers.worth} onDraw={onGuess} />
      <p id="weeks-keys" className={styles.small}>
        {words.weeksKeys(to)}
      </p>
      <div className={form.acts}>
        <Button kind="second" onClick={() => onGuess(emptyGuess(numbers.lastDay))}>
          {words.weeksClear(to)}
        </Button>
        <Button onClick={onShow} disabledReason={hasGuess ? undefined : words.weeksFirst(to)}>
          {words.weeksShow(to)}
        </Button>
        <Button kind="second" onClick={skip}>
          {words.weeksSkip(to)}
        </Button>
      </div>
      <TypeWeeks numbers={numbers} onTyped={onGuess} />
    </div>
  )
}

/** The same guess as a plain number. */
function TypeWeeks({ numbers, onTyped }: PlayProps & { onTyped: (guess: Guess) => void }) {
  const to = useReader()
  const id = useId()
  const type = (event: SyntheticEvent<HTMLInputElement>) => {
    const { value, valueAsNumber } = event.currentTarget
    const isWeeks = value !== '' && valueAsNumber >= 0 && valueAsNumber * 7 <= numbers.lastDay
    onTyped(isWeeks ? ofWeeks(numbers.lastDay, valueAsNumber, numbers.worth) : emptyGuess(numbers.lastDay))
  }
  return (
    <p className={form.weeks}>
      <label htmlFor={id}>{words.weeksType(to)}</label>
      <input id={id} type="number" inputMode="numeric" min={0} max={numbers.lastDay / 7} step={1} onInput={type} />
    </p>
  )
}
