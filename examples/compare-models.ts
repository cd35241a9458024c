import { exposure, infusion, models, simulate, units } from '@dripline/engine'

/** The same infusion under four published models: how far apart they stand two hours after its end. */
const regimen = [infusion(35, 40)]
const subject = { weightKg: 70, ageYears: 44, sex: 'female' } as const
const found = [models.kamp2020, models.domino, models.clements250, models.herd2007a].map((model) => {
  const typical = model.parameters(subject)
  const [later = 0] = simulate(typical, regimen, [160])
  return {
    id: model.id,
    peak: units.inNgPerMl(exposure(typical, regimen).cmax),
    later: units.inNgPerMl(later),
    sampling: model.sampling,
  }
})

for (const { id, peak, later, sampling } of found)
  console.log(
    `${id.padEnd(13)} peak ${peak.toFixed(0).padStart(4)} ng/mL, two hours later ${later.toFixed(1).padStart(5)} (samples: ${sampling})`,
  )
const levels = found.map(({ later }) => later)
console.log(
  `highest over lowest two hours after: ${(Math.max(...levels) / Math.min(...levels)).toFixed(2)}; nobody knows which is yours`,
)
