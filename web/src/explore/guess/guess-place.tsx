import * as words from '@dripline/clinical/words/bets'
import type { ReactNode } from 'react'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { useAddress } from '../../ui/address.ts'
import { usePlace } from '../../ui/place.ts'
import styles from './guess.module.css'
import type { Guessed, Question } from './guess.ts'
import { GuessForm } from './guess-form.tsx'

type Data = { keys?: { guess: string }; guess?: { about: string; said: Guessed } | null }
type PlaceProps = {
  about: string
  questions: readonly Question[]
  /** What is said to a guess, once there is one. */
  answer: (guessed: Guessed) => ReactNode
  children: ReactNode
}

/** A still drawing behind a guess, without script: it opens with the guess, or by itself. Where nothing is played it just stands there. */
export function GuessPlace({ about, questions, answer, children }: PlaceProps) {
  const to = useReader()
  const { page } = usePlace()
  const { keys, guess, frame } = usePageData<Data>()
  const at = useAddress()
  if (page?.script !== 'explore' || !keys) return children
  const said = guess?.about === about ? guess.said : null
  return (
    <>
      <GuessForm
        about={about}
        questions={questions}
        action={`${at(frame.address?.plain ?? frame.path)}#guess-${about}`}
        idempotencyKey={keys.guess}
        {...(said && { said })}
      />
      {said ? (
        <>
          {answer(said)}
          {children}
        </>
      ) : (
        <details className={styles.reveal}>
          <summary>{words.reveal(to)}</summary>
          {children}
        </details>
      )}
    </>
  )
}
