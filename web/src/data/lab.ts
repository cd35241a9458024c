import type { TrialResult } from '@dripline/engine'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LabAnswer, LabAsked } from '../lab.worker.ts'

export type { Compared, LinePoint, Which } from '../lab.worker.ts'

type Kind = 'lines' | 'fans' | 'compare'
type AnswerOf = { lines: 'lines'; fans: 'fan'; compare: 'compare' }
type Answer<K extends Kind> = Extract<LabAnswer, { kind: AnswerOf[K] }>

const kinds: AnswerOf = { lines: 'lines', fans: 'fan', compare: 'compare' }
const broken = 'The engine could not be started in this browser.'

const newWorker = () => new Worker(new URL('../lab.worker.ts', import.meta.url), { type: 'module' })
// What is quick never stands behind what is slow: a worker for each kind.
const workers = new Map<Kind, Worker>()
const workerFor = (kind: Kind) => {
  const worker = workers.get(kind) ?? newWorker()
  workers.set(kind, worker)
  return worker
}

let asked = 0

export type Answers<K extends Kind> = {
  answers: readonly Answer<K>[]
  /** What stood before the inputs changed. */
  former: readonly Answer<K>[]
  isOld: boolean
  fault: string | null
}
type Got<K extends Kind> = Omit<Answers<K>, 'isOld'> & { file: string | null }

/** What the engine says of a lab's file, off the page's own thread. The last answer stays, marked as old, until the next is there. */
export function useAnswers<K extends Kind>(kind: K, file: string | null): Answers<K> {
  const [got, setGot] = useState<Got<K>>(nothing)
  useEffect(() => {
    if (file === null) return
    const id = ++asked
    const worker = workerFor(kind)
    const isMine = (answer: LabAnswer): answer is Answer<K> => answer.kind === kinds[kind]
    const hear = ({ data }: MessageEvent<LabAnswer>) => {
      if (data.id !== id) return
      setGot((before) => {
        const isFirst = before.file !== file
        const answers = isFirst ? [] : before.answers
        return {
          file,
          answers: isMine(data) ? [...answers, data] : answers,
          former: isFirst ? before.answers : before.former,
          fault: data.kind === 'fault' ? data.message : null,
        }
      })
    }
    const fail = () => {
      workers.delete(kind)
      setGot({ file, answers: [], former: [], fault: broken })
    }
    worker.addEventListener('message', hear)
    worker.addEventListener('error', fail)
    worker.postMessage({ id, kind, file: JSON.parse(file) } satisfies LabAsked)
    return () => {
      worker.removeEventListener('message', hear)
      worker.removeEventListener('error', fail)
    }
  }, [kind, file])
  const { file: of, ...rest } = got
  return { ...rest, isOld: of !== file }
}

const nothing = { file: null, answers: [], former: [], fault: null }

export type TrialState =
  | { state: 'not held' | 'stopped' }
  | { state: 'running'; done: number; of: number }
  | { state: 'held'; result: TrialResult }
  | { state: 'failed'; message: string }

export type TrialAsked = { trial: string; replicates: number; seed: number }

/** Holds a trial in a worker of its own: it tells how far it is, and can be stopped at once. */
export function useTrial() {
  const worker = useRef<Worker | null>(null)
  const [trial, setTrial] = useState<TrialState>({ state: 'not held' })
  const end = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => end, [end])
  const hold = (wanted: TrialAsked) => {
    end()
    const id = ++asked
    const begun = newWorker()
    worker.current = begun
    setTrial({ state: 'running', done: 0, of: wanted.replicates })
    begun.addEventListener('message', ({ data }: MessageEvent<LabAnswer>) => {
      if (data.kind === 'progress') setTrial({ state: 'running', done: data.done, of: data.of })
      if (data.kind === 'trial') setTrial({ state: 'held', result: data.result })
      if (data.kind === 'fault') setTrial({ state: 'failed', message: data.message })
      if (data.kind !== 'progress') end()
    })
    begun.addEventListener('error', () => setTrial({ state: 'failed', message: broken }))
    begun.postMessage({ id, kind: 'trial', ...wanted } satisfies LabAsked)
  }
  const stop = () => {
    end()
    setTrial({ state: 'stopped' })
  }
  return { trial, hold, stop }
}
