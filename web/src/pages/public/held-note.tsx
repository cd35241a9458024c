import type { Slot } from '@dripline/clinical'
import { clockWords, dayWords } from '@dripline/clinical/words'
import * as book from '@dripline/clinical/words/book'
import type { HoldSaid } from '../../data/form-hold.ts'
import { useReader } from '../../data/reader.ts'
import { Button } from '../../ui/index.tsx'
import styles from './book.module.css'

type HeldNoteProps = { said: HoldSaid; start: string | null; zone: string; known: readonly Slot[]; onPick: (slot: Slot) => void }

const NEAREST = 3

/** How long the chosen time is held, said anew each minute; and when it is not any more, the free times nearest to it. */
export function HeldNote({ said, start, zone, known, onPick }: HeldNoteProps) {
  const to = useReader()
  const near = said === null || said.what === 'held' ? [] : nearest(said.near, known, start)
  return (
    <div className={styles.held}>
      <p role="status">
        {said?.what === 'held' && book.held(to, { minutes: said.minutes })}
        {said?.what === 'over' && book.heldOver(to)}
        {said?.what === 'taken' && book.taken(to)}
      </p>
      {near.length > 0 && (
        <ul aria-label={book.nearest(to)}>
          {near.map((slot) => (
            <li key={slot.start}>
              <Button kind="second" onClick={() => onPick(slot)}>
                {book.near(to, { day: dayWords(to, slot.start, zone), clock: clockWords(to, slot.start, zone) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Of the free times those that this page can choose, nearest first: the very one that was held before all others, if it is free. */
const nearest = (near: readonly Slot[], known: readonly Slot[], start: string | null): Slot[] => {
  const wanted = Date.parse(start ?? near[0]?.start ?? '')
  const away = (slot: Slot) => Math.abs(Date.parse(slot.start) - wanted)
  return near
    .filter((slot) => known.some((each) => each.start === slot.start))
    .sort((a, b) => away(a) - away(b))
    .slice(0, NEAREST)
}
