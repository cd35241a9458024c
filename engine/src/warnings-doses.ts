import type { Basis, Source } from './model.ts'
import type { Dose, Regimen } from './regimen.ts'
import { hours, inNgPerMl, ngPerMl } from './units.ts'
import type { Warning } from './warnings.ts'

/** What nobody is known to be given more of; mg of free base per kg. Above it a dose is simulated, and read with a warning. */
const mostGiven: {
  source: Source
  /** At once, or within ten minutes, in mg/kg. */
  atOnce: { value: number; basis: Basis }
  /** For longer, in mg/kg in an hour. */
  perHour: { value: number; basis: Basis }
} = {
  source: {
    citation: 'ketamine label, induction of anesthesia 1–4.5 mg/kg; Kiefer et al. Pain Med 2008;9:1173',
    population: 'adults at induction; twenty people with CRPS in an anesthetic infusion of up to 7 mg/kg/h over five days',
    confidence: 'the highest that was found, in anesthesia and intensive care; nobody awake is given near as much',
  },
  atOnce: { value: 4.5, basis: 'inferred' },
  perHour: { value: 7, basis: 'inferred' },
}

const atOnceMin = 10
/** What is looked for when a dose is too high: the same figure meant in another way. */
const slips: readonly { says: string; mg: (mg: number, weightKg: number) => number }[] = [
  { says: 'micrograms', mg: (mg) => mg / 1000 },
  { says: 'mg, not mg per kg', mg: (mg, weightKg) => mg / weightKg },
  { says: 'a point one place to the left', mg: (mg) => mg / 10 },
  { says: 'an amount in an hour, not in a minute', mg: (mg) => mg / 60 },
]
/** Of an infusion to somebody awake, in mg/kg: where a slip would have meant to land. */
const usual = { from: 0.05, to: 3 } as const

const round = (value: number) => Number(value.toPrecision(3))

function tooMuch({ mg, minutes }: Dose, weightKg: number): string | null {
  const perKg = mg / weightKg
  if (minutes <= atOnceMin) return perKg > mostGiven.atOnce.value ? `${round(perKg)} mg/kg at once` : null
  const perHour = (perKg / minutes) * hours(1)
  return perHour > mostGiven.perHour.value
    ? `${round(perKg)} mg/kg over ${round(minutes)} min, ${round(perHour)} mg/kg in an hour,`
    : null
}

/** Doses above what anybody is known to be given, each once, with the slips of the pen that would explain it. */
export function doseWarnings(regimen: Regimen, weightKg: number): Warning[] {
  const said = regimen.flatMap((dose) => {
    const much = tooMuch(dose, weightKg)
    if (!much) return []
    const meant = slips.flatMap(({ says, mg }) => {
      const other = mg(dose.mg, weightKg)
      const perKg = other / weightKg
      return perKg >= usual.from && perKg <= usual.to ? [`${says} (${round(other)} mg, ${round(perKg)} mg/kg)`] : []
    })
    const question = meant.length > 0 ? `; was it ${meant.join(', or ')}?` : ''
    return [
      `${round(dose.mg)} mg, ${much} is above what anybody is known to be given, ${mostGiven.atOnce.value} mg/kg at once and ${mostGiven.perHour.value} mg/kg in an hour (${mostGiven.source.citation})${question}`,
    ]
  })
  return [...new Set(said)].map((message) => ({ about: 'regimen' as const, message }))
}

/** What nobody is known to have in plasma (mg/L): anesthesia is held at 1,200 to 2,400 ng/mL; the minutes after a push stand higher. */
const highestSeen: { source: Source; mgPerL: number; basis: Basis } = {
  source: {
    citation: 'Zanos et al. Pharmacol Rev 2018;70:621, table 1; Idvall et al. BJA 1979;51:1167',
    population: 'people in general anesthesia',
    confidence: 'abstracts and table read; the limit stands four times above, for the minutes after a push',
  },
  mgPerL: ngPerMl(10_000),
  basis: 'inferred',
}

/** Plasma above what anybody is known to have had, or in a unit that is not meant; mg/L. */
export function levelWarnings(levels: readonly number[]): Warning[] {
  const most = levels.reduce((highest, level) => Math.max(highest, level), 0)
  return most > highestSeen.mgPerL
    ? [
        {
          about: 'observations' as const,
          message: `${round(inNgPerMl(most))} ng/mL in plasma is above what anybody is known to have had, anesthesia being at 1,200 to 2,400 (${highestSeen.source.citation})`,
        },
      ]
    : []
}
