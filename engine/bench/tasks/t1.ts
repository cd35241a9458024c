import { infusion } from '../../src/regimen.ts'
import { simulateEffectSite } from '../../src/simulate.ts'
import { typical } from '../drawn.ts'
import { sum, type Task } from '../task.ts'

const seconds = 86_401

export const t1: Task = {
  id: 'T1',
  about: 'one body, plasma and effect site, every second of a day',
  limit: 2,
  runsInC: 999,
  expected: [0.240330810671313, 1.22290962326e-5, 0.236963997195989, 1086.8233829583, 1086.82152052866],
  tolerance: 1e-11,
  prepare() {
    const times = { from: 0, every: 1 / 60, count: seconds }
    const regimen = [infusion(35, 40)]
    const out = { plasma: new Float64Array(seconds), effectSite: new Float64Array(seconds) }
    simulateEffectSite(typical, 0.4, regimen, times, out)
    return {
      run() {
        simulateEffectSite(typical, 0.4, regimen, times, out)
      },
      found: () => [out.plasma[2400], out.plasma[86_400], out.effectSite[2400], sum(out.plasma), sum(out.effectSite)],
    }
  },
}
