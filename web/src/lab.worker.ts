import {
  EngineFault,
  type LabCurve,
  populationCase,
  type Quantiles,
  readLab,
  runTrial,
  simulateCase,
  type TrialResult,
  trials,
} from '@dripline/engine'
import type { FanPoint } from './charts/fan.tsx'

/** One curve of a lab: which model under which regimen. */
export type Which = { model: string; regimen: string }
export type LinePoint = { at: number; value: number }
/** The typical subject at the time of comparing; the people around it as soon as they are drawn. */
export type Compared = Which & { typical: number; people: { p5: number; p25: number; p75: number; p95: number } | null }
type Warned = { about: string; message: string }

/** `lines`: typical subjects, at once. `fans`: one answer a curve. `compare`: each curve at its time after the last dose. */
export type LabAsked =
  | { id: number; kind: 'lines' | 'fans' | 'compare'; file: unknown }
  | { id: number; kind: 'trial'; trial: string; replicates: number; seed: number }

/** Times in hours, concentrations in ng/mL. */
export type LabAnswer = { id: number } & (
  | { kind: 'lines'; lines: readonly (Which & { points: readonly LinePoint[]; warnings: readonly Warned[] })[] }
  | { kind: 'fan'; fan: Which & { points: readonly FanPoint[]; warnings: readonly Warned[] } }
  | { kind: 'compare'; compared: readonly Compared[] }
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'done' }
  | { kind: 'trial'; result: TrialResult }
  | { kind: 'fault'; message: string }
)

const MINUTES_PER_HOUR = 60
const NEWS_MS = 60

let latest = 0
const send = (answer: LabAnswer) => postMessage(answer)
/** Lets what has come in meanwhile be heard first. */
const turn = () => new Promise((resolve) => setTimeout(resolve))

const lineOf = ({ model, regimen, asked }: LabCurve, view: string) => {
  const { timesMin, plasmaNgPerMl, effectSiteNgPerMl, warnings } = simulateCase(asked)
  const values = view === 'plasma' ? plasmaNgPerMl : (effectSiteNgPerMl ?? [])
  return { model, regimen, points: timesMin.map((at, i) => ({ at: at / MINUTES_PER_HOUR, value: values[i] ?? 0 })), warnings }
}

const quantilesOf = (
  asked: LabCurve['asked'],
  view: string,
): { at: readonly number[]; found: Quantiles; warnings: readonly Warned[] } => {
  const { timesMin, plasmaNgPerMl, effectSiteNgPerMl, warnings } = populationCase(asked)
  return { at: timesMin, found: view === 'plasma' ? plasmaNgPerMl : (effectSiteNgPerMl ?? plasmaNgPerMl), warnings }
}

const fanOf = ({ model, regimen, asked }: LabCurve, view: string) => {
  const { at, found, warnings } = quantilesOf(asked, view)
  const points = at.map((minute, i) => {
    const of = (values: readonly number[]) => values[i] ?? 0
    return {
      at: minute / MINUTES_PER_HOUR,
      p5: of(found.p5),
      p25: of(found.p25),
      median: of(found.p50),
      p75: of(found.p75),
      p95: of(found.p95),
    }
  })
  return { model, regimen, points, warnings }
}

/** The same curve at the one time at which models are compared. */
const atOnce = (curve: LabCurve): LabCurve => ({ ...curve, asked: { ...curve.asked, timesMin: [curve.compareAtMin] } })

function comparedOf(curve: LabCurve, view: string, withPeople: boolean): Compared {
  const { model, regimen, points } = lineOf(curve, view)
  const [people = null] = withPeople ? fanOf(curve, view).points : []
  return { model, regimen, typical: points[0]?.value ?? 0, people }
}

async function answer(asked: LabAsked) {
  const { id } = asked
  if (asked.kind === 'trial') return hold(asked)
  const { curves, view } = readLab(asked.file)
  if (asked.kind === 'lines') send({ id, kind: 'lines', lines: curves.map((curve) => lineOf(curve, view)) })
  if (asked.kind === 'compare') await compare(id, curves.map(atOnce), view)
  if (asked.kind === 'fans') await fans(id, curves, view)
  send({ id, kind: 'done' })
}

async function fans(id: number, curves: readonly LabCurve[], view: string) {
  for (const curve of curves) {
    send({ id, kind: 'fan', fan: fanOf(curve, view) })
    await turn()
    if (id !== latest) return
  }
}

/** The typical subjects at once; then the people around them, unless something newer is asked. */
async function compare(id: number, curves: readonly LabCurve[], view: string) {
  const compared = curves.map((curve) => comparedOf(curve, view, false))
  send({ id, kind: 'compare', compared })
  for (const [i, curve] of curves.entries()) {
    await turn()
    if (id !== latest) return
    compared[i] = comparedOf(curve, view, true)
  }
  send({ id, kind: 'compare', compared })
}

function hold({ id, trial, replicates, seed }: Extract<LabAsked, { kind: 'trial' }>) {
  const found = Object.values(trials).find((each) => each.id === trial)
  if (!found) return send({ id, kind: 'fault', message: `there is no trial ${trial}` })
  let told = performance.now()
  const onProgress = (done: number, of: number) => {
    if (performance.now() - told < NEWS_MS) return
    told = performance.now()
    send({ id, kind: 'progress', done, of })
  }
  send({ id, kind: 'trial', result: runTrial(found, { seed, replicates, onProgress }) })
}

addEventListener('message', async ({ data }: MessageEvent<LabAsked>) => {
  latest = data.id
  await turn()
  if (data.id !== latest) return
  try {
    await answer(data)
  } catch (error) {
    // What is not a fault is a bug: an error event tells the page, which a promise that nobody holds would not.
    if (!(error instanceof EngineFault)) return reportError(error)
    send({ id: data.id, kind: 'fault', message: error.message })
  }
})
