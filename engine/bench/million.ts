import { execFileSync } from 'node:child_process'
import { band, effects, infusion, models, patientVariability, quantilesOf } from '../src/index.ts'
import { people, regimen } from './tasks/t2.ts'

/** A crowd, given as lists or drawn and not kept: seconds, and the most memory that a process with nothing else in it took (MB). */
export type Million = { who: Who; size: number; seconds: number; peakMb: number }

const ways = {
  given(size: number) {
    const everybody = people(size)
    return () => quantilesOf({ people: everybody, regimen: regimen.slice(0, 2), times: { from: 0, every: 30, count: 97 } })
  },
  drawn(size: number) {
    const times = Array.from({ length: 97 }, (_, i) => 5 * i)
    const subject = { weightKg: 70, ageYears: 40, sex: 'female' } as const
    const one = { model: models.kamp2020, subject, regimen: [infusion(35, 40)], times, effect: effects.perceptionOlofsen2022 }
    return () => band({ ...one, seed: 1, size, variability: patientVariability })
  },
} as const

type Who = keyof typeof ways

/** Exact quantiles at 97 times, each crowd in a process of its own. Storing a million curves would take 776 MB. */
export const millions = (tell: (words: string) => void): Million[] =>
  (
    [
      ['given', 1_000_000],
      ['drawn', 1_000_000],
      ['drawn', 3_000_000],
    ] as const
  ).map(([who, size]) => {
    tell(`${size} people, ${who}`)
    return JSON.parse(execFileSync(process.execPath, [import.meta.filename, who, String(size)], { encoding: 'utf8' }))
  })

if (process.argv[1] === import.meta.filename) {
  const [who, size] = [process.argv[2] as Who, Number(process.argv[3])]
  const run = ways[who](size)
  const start = performance.now()
  run()
  const seconds = (performance.now() - start) / 1000
  console.log(JSON.stringify({ who, size, seconds, peakMb: process.resourceUsage().maxRSS / 1000 } satisfies Million))
}
