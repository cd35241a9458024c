import { useEffect, useRef } from 'react'
import styles from './guess.module.css'

/** What is said to a guess: whoever came here by key is here now, and not where the form was. */
export function Answer({ says }: { says: readonly string[] }) {
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <p ref={place} tabIndex={-1} className={styles.answer}>
      {says.join(' ')}
    </p>
  )
}
