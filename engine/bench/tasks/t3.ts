import { infusion, onAndOff, type Responder, simulateTurnovers } from '../../src/index.ts'
import { nextBody, normals } from '../drawn.ts'
import { sum, type Task } from '../task.ts'

const week = 10_080
const koff = Math.LN2 / (10.9 * 1440)

/** Two infusions a week for four weeks, then one a week for eight. */
export const regimen = Array.from({ length: 12 }, (_, i) => i * week)
  .flatMap((monday, i) => (i < 4 ? [monday, monday + 4320] : [monday]))
  .map((at) => infusion(35, 40, at))
export const times = { from: 0, every: 60, count: 2017 }

export function responders(count = 1000): Responder[] {
  const normal = normals(43)
  return Array.from({ length: count }, () => {
    const body = nextBody(normal)
    const ec50 = 0.15 * Math.exp(0.4 * normal())
    const kon = 0.005 * Math.exp(0.4 * normal())
    return { body, site: { ke0: 0.4 }, turnover: onAndOff({ ec50, gamma: 1.8, kon, koff }) }
  })
}

export const t3: Task = {
  id: 'T3',
  about: '1,000 people, relief that comes and goes, every hour for twelve weeks',
  limit: 1.5,
  runsInC: 1,
  expected: [0.323305120574923, 717146.410636161, 3021.72604205932],
  tolerance: 2e-10,
  prepare() {
    const everybody = responders()
    const out = simulateTurnovers(everybody, regimen, times)
    return {
      run() {
        simulateTurnovers(everybody, regimen, times, { into: out })
      },
      found: () => [out.response[times.count - 1], sum(out.response), sum(out.site)],
    }
  },
}
