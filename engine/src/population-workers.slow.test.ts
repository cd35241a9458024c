import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { kamp2020 } from './models/kamp-2020.ts'
import { drawSubject } from './population.ts'
import { patientVariability } from './variability.ts'

const engine = new URL('./index.ts', import.meta.url).href
const size = 300
const seed = 20_261_128

/** What one thread does: draw the people of a span, and the quantiles of a span of times over everybody. */
const share = `
  const { parentPort, workerData: { engine, seed, size, from, to } } = require('node:worker_threads')
  import(engine).then(({ drawSubject, infusion, models, patientVariability, peopleOf, quantilesOf }) => {
    const typical = models.kamp2020.parameters({ weightKg: 70 })
    const all = Array.from({ length: size }, (_, i) => drawSubject(typical, patientVariability, seed, i))
    const times = Float64Array.from({ length: size }, (_, i) => i / 2)
    const found = quantilesOf({ people: peopleOf(all), regimen: [infusion(35, 40)], times, span: { from, to } })
    const drawn = all.slice(from, to).flatMap(({ v1, k10, k12, k21, k13, k31 }) => [v1, k10, k12, k21, k13, k31])
    parentPort.postMessage({ drawn, quantiles: found.map((values) => [...values]) })
  })`

type Found = { drawn: number[]; quantiles: number[][] }

const inThread = (from: number, to: number) =>
  new Promise<Found>((resolve, reject) => {
    const worker = new Worker(share, { eval: true, workerData: { engine, seed, size, from, to } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

/** All of a split, one span after the other. */
async function inSpans(cuts: readonly number[]): Promise<Found> {
  const parts = await Promise.all(cuts.slice(1).map((to, i) => inThread(cuts[i], to)))
  return {
    drawn: parts.flatMap(({ drawn }) => drawn),
    quantiles: parts[0].quantiles.map((_, level) => parts.flatMap(({ quantiles }) => quantiles[level])),
  }
}

test('any split over threads gives the same bytes: people and quantiles', async () => {
  const [one, two, three] = await Promise.all(
    [
      [0, size],
      [0, 130, size],
      [0, 1, 200, size],
    ].map(inSpans),
  )
  const typical = kamp2020.parameters({ weightKg: 70 })
  const { v1, k10 } = drawSubject(typical, patientVariability, seed, size - 1)
  expect(one.drawn.slice(-6, -4)).toEqual([v1, k10])
  expect(one.quantiles[2]).toHaveLength(size)
  for (const split of [two, three]) expect(split).toEqual(one)
}, 30_000)
