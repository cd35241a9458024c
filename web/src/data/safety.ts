import { isUnsafe, type SafetyAnswers, type SafetyKey } from '@dripline/clinical'
import { useState } from 'react'
import type { ProblemError } from './api.ts'
import { api } from './client.ts'
import { usePost } from './route.ts'

export type SafetyStanding = 'nothing said' | 'saving' | 'saved' | 'not saved'

export type SafetyAlone = {
  said: SafetyAnswers
  /** Writes one answer by itself, the moment it is given. */
  press: (answers: SafetyAnswers) => void
  standing: SafetyStanding
  isUnsafe: boolean
  problem: ProblemError | null
  again: () => void
}

type Sender = { sendAndWait: (answers: SafetyAnswers) => Promise<unknown>; problem: ProblemError | null }

/** Safety answers as they are pressed: what was said stays on the screen, saved or not, and says which of the two it is. */
export function useAlone({ sendAndWait, problem }: Sender): SafetyAlone {
  const [said, setSaid] = useState<SafetyAnswers>({})
  const [unsaved, setUnsaved] = useState<SafetyAnswers>({})
  const [standing, setStanding] = useState<SafetyStanding>('nothing said')
  const send = (answers: SafetyAnswers) => {
    setUnsaved(answers)
    setStanding('saving')
    sendAndWait(answers).then(
      () => {
        setUnsaved({})
        setStanding('saved')
      },
      () => setStanding('not saved'),
    )
  }
  return {
    said,
    standing,
    problem,
    isUnsafe: isUnsafe(said),
    press: (answers) => {
      setSaid((before) => ({ ...before, ...answers }))
      send({ ...unsaved, ...answers })
    },
    again: () => send(unsaved),
  }
}

/** Safety answers of one person, from a form of the workspace or at the chair. */
export function useSafety(personId: string, source: 'form' | 'check-in' | 'follow-up'): SafetyAlone {
  const { sendAndWait, problem } = usePost(
    api.screening.people[':personId'].safety,
    { param: { personId } },
    { refreshes: ['people', 'session'] },
  )
  return useAlone({ sendAndWait: (answers) => sendAndWait({ source, answers }), problem })
}

/** Which of a form's own names are safety answers. */
export const asSafety = (key: SafetyKey, value: string): SafetyAnswers =>
  key === 'phq9Item9' ? { phq9Item9: Number(value) } : ({ [key]: value } as SafetyAnswers)
