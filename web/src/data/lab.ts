import type { TrialResult } from '@dripline/engine'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { LabAnswer, LabAsked } from '../lab.worker.ts'

export type { Compared, LinePoint, Which } from '../lab.worker.ts'

type Kind = 'lines' | 'fans' | 'compare'
type AnswerOf = { lines: 'lines'; fans: 'fan'; compare: 'compare' }
type Answer<K extends Kind> = Extract<LabAnswer, { kind: AnswerOf[K] }>

const kinds: AnswerOf = { lines: 'lines', fans: 'fan', compare: 'compare' }
const broken = 'The engine broke off, or could not be started in this browser.'
// One curve of the largest population takes a few seconds; a worker that the browser has ended says nothing at all.
const LATE_MS = 10_000

const newWorker = () => new Worker(new URL('../lab.worker.ts', import.meta.url), { type: 'module' })
// What is quick never stands behind what is slow: a worker for each kind.
const workers = new Map<Kind, Worker>()
const workerFor = (kind: Kind) => {
  const worker = workers.get(kind) ?? newWorker()
  workers.set(kind, worker)
  return worker
}

const endWorkerOf = (kind: Kind) => {
  workers.get(kind)?.terminate()
  workers.delete(kind)
}

let asked = 0

export type Answers<K extends Kind> = {
  answers: readonly Answer<K>[]
  /** What stood before the inputs changed. */
  former: readonly Answer<K>[]
  isOld: boolean
  fault: string | null
  /** Nothing has been heard for long: the work is large, or the worker is gone. */
  isLate: boolean
  /** Asks once more, of a new worker. */
  again: () => void
}
type Got<K extends Kind> = Pick<Answers<K>, 'answers' | 'former' | 'fault'> & { id: number; file: string | null }

/** What the engine says of a lab's file, off the page's own thread. The last answer stays, marked as old, until the next is there. */
export function useAnswers<K extends Kind>(kind: K, file: string | null): Answers<K> {
  const [got, setGot] = useState<Got<K>>(nothing)
  const [isLate, setLate] = useState(false)
  const stop = useRef(() => {})
  const begin = useCallback(() => {
    stop.current()
    if (file === null) return
    const isMine = (answer: LabAnswer): answer is Answer<K> => answer.kind === kinds[kind]
    const take = (answer: LabAnswer) =>
      setGot((before) => {
        const isFirst = before.id !== answer.id
        const answers = isFirst ? [] : before.answers
        return {
          id: answer.id,
          file,
          answers: isMine(answer) ? [...answers, answer] : answers,
          former: isFirst ? before.answers : before.former,
          fault: answer.kind === 'fault' ? answer.message : null,
        }
      })
    stop.current = ask(kind, file, { take, setLate, fail: () => setGot({ ...nothing, file, fault: broken }) })
  }, [kind, file])
  useEffect(() => {
    begin()
    return () => stop.current()
  }, [begin])
  const again = useCallback(() => {
    endWorkerOf(kind)
    begin()
  }, [kind, begin])
  const { answers, former, fault } = got
  return { answers, former, fault, isOld: got.file !== file, isLate, again }
}

type Hears = { take: (answer: LabAnswer) => void; setLate: (isLate: boolean) => void; fail: () => void }

/** Asks the worker of a kind; gives back how to stop listening. */
function ask(kind: Kind, file: string, { take, setLate, fail }: Hears) {
  const id = ++asked
  const worker = workerFor(kind)
  let watch = setTimeout(setLate, LATE_MS, true)
  const rest = () => {
    clearTimeout(watch)
    setLate(false)
  }
  const hear = ({ data }: MessageEvent<LabAnswer>) => {
    if (data.id !== id) return
    rest()
    if (data.kind === 'done') return
    if (data.kind !== 'fault') watch = setTimeout(setLate, LATE_MS, true)
    // Bands can wait for whoever is typing; lines cannot.
    if (kind === 'fans') startTransition(() => take(data))
    else take(data)
  }
  const breakOff = () => {
    rest()
    endWorkerOf(kind)
    fail()
  }
  worker.addEventListener('message', hear)
  worker.addEventListener('error', breakOff)
  worker.postMessage({ id, kind, file: JSON.parse(file) } satisfies LabAsked)
  return () => {
    rest()
    worker.removeEventListener('message', hear)
    worker.removeEventListener('error', breakOff)
  }
}

const nothing = { id: 0, file: null, answers: [], former: [], fault: null }

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
