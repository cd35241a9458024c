import { exposure, infusion, models, simulate, units } from '@dripline/engine'

/** 0.5 mg/kg of racemic ketamine over 40 minutes in an adult of 70 kg: what plasma does over four hours. */
const adult = models.kamp2020.parameters({ weightKg: 70, ageYears: 44, sex: 'female' })
const regimen = [infusion(35, 40)]
const times = Array.from({ length: 25 }, (_, i) => 10 * i)

for (const [i, mgPerL] of simulate(adult, regimen, times).entries()) {
  const ngPerMl = units.inNgPerMl(mgPerL)
  console.log(
    `${String(times[i]).padStart(4)} min ${ngPerMl.toFixed(1).padStart(7)} ng/mL ${'▪'.repeat(Math.round(ngPerMl / 5))}`,
  )
}

const { cmax, tmax, auc } = exposure(adult, regimen)
console.log(
  `highest ${units.inNgPerMl(cmax).toFixed(0)} ng/mL at ${tmax} min; AUC ${units.inNgHourPerMl(auc).toFixed(0)} ng·h/mL`,
)
console.log(`a model estimate: ${models.kamp2020.source.citation}`)
