import { hornik2018 } from '../../src/models/hornik-2018.ts'
import { perezRuixo2021 } from '../../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { intramuscularHornik2018 } from '../../src/routes/intramuscular-hornik-2018.ts'
import { intranasalPerezRuixo2021 } from '../../src/routes/intranasal-perez-ruixo-2021.ts'
import { sublingualFilmSimons2022 } from '../../src/routes/sublingual-film-simons-2022.ts'
import { simulateRoutes } from '../../src/simulate-routes.ts'
import { inNgPerMl } from '../../src/units.ts'
import type { Seen } from '../seen.ts'
import { by, sampled } from './looked.ts'

const near = (value: number, share: number) => ({ value: String(value), low: value * (1 - share), high: value * (1 + share) })

const unlike = 'the paper’s own areas of norketamine are not what its own parameters give: others found the same'
const halves = 'the paper saw 50 mg give more than half of 100 mg, and puts both into one share: one lies below, the other above'

/** Perez-Ruixo 2021, table 4, 18 to 60 years; the first day. */
const byNose = [
  { mg: 28, peak: 43.8, area: 147.3, formedPeak: 59.1, formedArea: 274.4 },
  { mg: 56, peak: 72.5, area: 254.7, formedPeak: 119.7, formedArea: 516.3 },
  { mg: 84, peak: 101, area: 362.2, formedPeak: 180, formedArea: 758 },
]

/** Simons 2022, table 2, the first six hours; areas in ng·min/mL. */
const byFilm = [
  { mg: 50, peak: 96, area: 8363, formedPeak: 276, formedArea: 38_497 },
  { mg: 100, peak: 144, area: 13_347, formedPeak: 426, formedArea: 67_959 },
]

/** What the papers of the ways print, and their own parameters give. */
export const printed = (): Seen[] => [
  ...byNose.flatMap(({ mg, peak, area, formedPeak, formedArea }) => {
    const { ketamine, norketamine } = sampled(perezRuixo2021, by(intranasalPerezRuixo2021, mg), 1440)
    const of = (what: string) => ({ id: 'Perez-Ruixo 2021, in sample', what: `intranasal S-ketamine ${mg} mg, ${what}` })
    return [
      { ...of('peak, ng/mL'), ...near(peak, 0.05), got: ketamine.peak },
      { ...of('area of a day, ng·h/mL'), ...near(area, 0.05), got: ketamine.area },
      { ...of('norketamine, peak'), ...near(formedPeak, 0.05), got: norketamine.peak },
      { ...of('norketamine, area of a day'), ...near(formedArea, 0.05), got: norketamine.area, why: unlike },
    ]
  }),
  ...byFilm.flatMap(({ mg, peak, area, formedPeak, formedArea }) => {
    const { ketamine, norketamine } = sampled(simons2022, by(sublingualFilmSimons2022, mg), 360)
    const of = (what: string) => ({ id: 'Simons 2022, in sample', what: `sublingual film, S-ketamine ${mg} mg, ${what}` })
    return [
      { ...of('peak, ng/mL'), ...near(peak, 0.2), got: ketamine.peak, why: halves },
      { ...of('area of six hours, ng·h/mL'), ...near(Math.round(area / 60), 0.2), got: ketamine.area, why: halves },
      { ...of('norketamine, peak'), ...near(formedPeak, 0.2), got: norketamine.peak, why: halves },
      { ...of('norketamine, area of six hours'), ...near(Math.round(formedArea / 60), 0.2), got: norketamine.area, why: halves },
    ]
  }),
]

/** What the paper's own simulations found enough for twenty minutes above 750 ng/mL, mg/kg and kg. */
export const childrenByMuscle = (): Seen[] =>
  [
    { mgPerKg: 8, weightKg: 14 },
    { mgPerKg: 6, weightKg: 40 },
  ].map(({ mgPerKg, weightKg }) => {
    const parent = hornik2018.published({ weightKg })
    const given = by(intramuscularHornik2018, mgPerKg * weightKg)
    return {
      id: 'Hornik 2018, in sample',
      what: `intramuscular racemate ${mgPerKg} mg/kg in a child of ${weightKg} kg, plasma at 20 min, ng/mL`,
      value: 'above 750',
      low: 750,
      high: 3000,
      got: inNgPerMl(simulateRoutes({ parent, metabolites: [] }, given, [20]).plasma[0]),
      why: 'the rate of absorption was not found; the one here is inferred from adults',
    }
  })
