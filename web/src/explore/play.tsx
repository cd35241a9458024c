import { type ReactNode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { ReaderContext, readerFor } from '../data/reader.ts'
import styles from './explore.module.css'
import { plays } from './plays.ts'

/** Plays one turn over its still picture, which stays for the printer, and comes back where the turn breaks. */
export async function play(place: HTMLElement): Promise<void> {
  const load = plays[place.dataset.turn ?? '']
  if (!load) return
  const says = document.getElementById('says')
  const [Turn, to] = await Promise.all([load(), readerFor(JSON.parse(says?.dataset.reader ?? '{}'))])
  const room = document.createElement('div')
  room.className = styles.play ?? ''
  place.append(room)
  const drawn = () => place.setAttribute('data-played', '')
  const root = createRoot(room, {
    onUncaughtError: () => {
      place.removeAttribute('data-played')
      room.remove()
    },
  })
  root.render(
    <ReaderContext value={to}>
      <Once onDrawn={drawn}>
        <Turn numbers={JSON.parse(place.dataset.numbers ?? '{}')} />
      </Once>
    </ReaderContext>,
  )
}

/** Tells, before the screen shows it, that what stands inside is drawn. */
function Once({ onDrawn, children }: { onDrawn: () => void; children: ReactNode }) {
  useLayoutEffect(onDrawn, [onDrawn])
  return children
}
