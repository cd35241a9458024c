import { perezRuixo2021 } from '../../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../../src/models/simons-2022.ts'
import { bolus } from '../../src/regimen.ts'
import { intranasalPerezRuixo2021 } from '../../src/routes/intranasal-perez-ruixo-2021.ts'
import { oralPerezRuixo2021 } from '../../src/routes/oral-perez-ruixo-2021.ts'
import { sublingualFilmSimons2022 } from '../../src/routes/sublingual-film-simons-2022.ts'
import type { Given } from '../../src/simulate-routes.ts'
import type { Seen } from '../seen.ts'
import { adult, by, racemate, sampled } from './looked.ts'

const within = (mean: number, sd: number) => ({ value: `${mean} ± ${sd}`, low: Math.max(0, mean - sd), high: mean + sd })
const geometric = (mean: number, sd: number) => ({ value: `${mean} (× ${sd})`, low: mean / sd, high: mean * sd })
const fifth = (value: number) => ({ value: String(value), low: 0.8 * value, high: 1.2 * value })

const intoVein = (mg: number): Given => ({ regimen: [bolus(mg)], absorbed: [] })
const eightHours = 480
const twoDays = 2880

type Model = typeof perezRuixo2021

/** The share (%) of what is given by a way that is seen as ketamine, and with norketamine, in areas of eight hours as the paper took them. */
function shares(model: Model, given: Given, mg: number): { ketamine: number; both: number } {
  const [way, vein] = [sampled(model, given, eightHours), sampled(model, intoVein(10), eightHours)]
  const [{ massRatio }] = model.kinetics(adult).metabolites
  const both = (of: typeof way) => of.ketamine.area + of.norketamine.area / massRatio
  return {
    ketamine: (100 * way.ketamine.area * 10) / (vein.ketamine.area * mg),
    both: (100 * both(way) * 10) / (both(vein) * mg),
  }
}

const more = 'the film gives 116 % of its dose as metabolites; a tablet that is swallowed in part gives less'
const shortTail =
  'peaks agree and areas do not: an area there is 0.8 h of its peak, in the model 3.3 h, whose slow tail of days was not sampled there; and the spray was no metered one'

/** Chong 2006: six inpatients, 10 mg into the vein, 25 mg under the tongue and 25 mg swallowed; tablets and troches, not films. */
export function racemateSwallowed(): Seen[] {
  const id = 'Chong 2006'
  const oral = by(oralPerezRuixo2021, 25)
  const under = by(sublingualFilmSimons2022, 25)
  const [ofOral, ofUnder] = [shares(perezRuixo2021, oral, 25), shares(simons2022, under, 25)]
  return [
    {
      id,
      what: 'perez-ruixo-2021: racemate 10 mg into the vein, peak, ng/mL (n 6)',
      ...within(156, 161),
      got: racemate(perezRuixo2021, intoVein(10), eightHours).peak,
    },
    {
      id,
      what: 'simons-2022: the same',
      ...within(156, 161),
      got: racemate(simons2022, intoVein(10), eightHours).peak,
      why: 'at the first moment an artery has it undiluted; the paper’s first samples were later',
    },
    {
      id,
      what: 'oral 25 mg, peak, ng/mL',
      ...within(22.8, 12.8),
      got: racemate(perezRuixo2021, oral, eightHours).peak,
      why: 'the model spreads what comes into 192 L at once: its peak into the vein is a third of what was seen, too; the share agrees',
    },
    { id, what: 'oral, share as ketamine, %', ...within(23, 9), got: ofOral.ketamine },
    { id, what: 'oral, share with norketamine, %', ...within(59, 16), got: ofOral.both },
    {
      id,
      what: 'sublingual 25 mg as a film, peak, ng/mL',
      ...within(28.6, 6.6),
      got: racemate(simons2022, under, eightHours).peak,
      why: 'a film is held for ten minutes and was sampled in arteries; a tablet dissolves and is swallowed sooner',
    },
    { id, what: 'sublingual as a film, share as ketamine, %', ...within(32, 17), got: ofUnder.ketamine },
    { id, what: 'sublingual as a film, share with norketamine, %', ...within(54, 17), got: ofUnder.both, why: more },
    {
      id: 'Rolan 2014',
      what: 'sublingual wafer 25 mg as a film, share as ketamine, % (n 8, 90 % interval)',
      value: '29 (27–31)',
      low: 27,
      high: 31,
      got: ofUnder.ketamine,
      why: 'another form than the film',
    },
  ]
}

/** Pharmacotherapy 2022;42:298 (PMC9118341), table 6: racemate into the nose of adults, n 7 to 10. */
const nasal = [
  { mg: 10, peak: 22.9, sd: 1.97, share: 17, ratio: null },
  { mg: 30, peak: 60.8, sd: 1.9, share: 13, ratio: 3.95 },
  { mg: 50, peak: 77.6, sd: 2.29, share: 11, ratio: 4.54 },
] as const

export const racemateByNose = (): Seen[] =>
  nasal.flatMap(({ mg, peak, sd, share, ratio }): Seen[] => {
    const id = 'PMC9118341'
    const given = by(intranasalPerezRuixo2021, mg)
    const { ketamine, norketamine } = sampled(perezRuixo2021, given, twoDays)
    const { ketamine: vein } = sampled(perezRuixo2021, intoVein(10), twoDays)
    return [
      {
        id,
        what: `intranasal racemate ${mg} mg, peak, ng/mL`,
        ...geometric(peak, sd),
        got: racemate(perezRuixo2021, given, eightHours).peak,
      },
      {
        id,
        what: `intranasal ${mg} mg, share as ketamine, %`,
        ...fifth(share),
        got: (100 * ketamine.area * 10) / (vein.area * mg),
        why: shortTail,
      },
      ...(ratio === null
        ? []
        : [
            {
              id,
              what: `intranasal ${mg} mg, area of norketamine over that of ketamine`,
              ...fifth(ratio),
              got: norketamine.area / ketamine.area,
              why: 'the share that is swallowed was larger than with the metered spray of the model, and is seen as norketamine',
            },
          ]),
    ]
  })
