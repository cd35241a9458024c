import { useEffect, useRef } from 'react'
import { speaker } from './speaker.ts'

const PAUSE_MS = 1000

const say = speaker(
  (sentence) => {
    const place = document.getElementById('says')
    if (place) place.textContent = sentence
  },
  (then) => setTimeout(then, PAUSE_MS),
)

/** Says a sentence each time it changes, to whoever hears the page; never what stands there from the beginning. */
export function useSays(sentence: string): void {
  const said = useRef(sentence)
  useEffect(() => {
    if (said.current === sentence) return
    said.current = sentence
    say(sentence)
  }, [sentence])
}
