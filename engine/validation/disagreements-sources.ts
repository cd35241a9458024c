import { clearance } from '../src/kinetics.ts'
import { domino } from '../src/models/domino.ts'
import { perezRuixo2021 } from '../src/models/perez-ruixo-2021.ts'
import { infusion } from '../src/regimen.ts'
import { simulate } from '../src/simulate.ts'
import { inLitresPerHour, inNgPerMl, inNmolPerLitre, molarMass, ngPerMl } from '../src/units.ts'

const adult = { weightKg: 70, ageYears: 45, sex: 'male' } as const
const digits = (x: number, n = 4) => String(Number(x.toPrecision(n)))

/** The set of Domino as one program rounds it, at the end of 35 mg over 40 min. */
function rounding(): string {
  const printed = domino.parameters(adult)
  const rounded = { ...printed, k10: 0.438, k12: 0.592, k21: 0.247, k13: 0.59, k31: 0.0146 }
  const [ours, theirs] = [printed, rounded].map((p) => inNgPerMl(simulate(p, [infusion(35, 40)], [40])[0]))
  return (
    `- \`domino\`: one program rounds the rates to three digits, which makes ${digits(theirs, 6)} of ${digits(ours, 6)} ng/mL at the end of 35 mg over 40 min: harmless. ` +
    'The paper is not agreed on: one program cites that of 1982 on plasma levels in patients at surgery, others name the set after one of 1984, which was not to be had. Both are cited here, neither was opened.'
  )
}

/** What a rate constant that is printed as a clearance does to one who believes it. */
function perezRuixo(): string {
  const right = inLitresPerHour(clearance(perezRuixo2021.parameters(adult)))
  const [flow, misread] = [151, 1.11 + 2.77]
  return (
    `- \`perez-ruixo-2021\`: the paper prints the rate constants of the liver, 1.11 and 2.77 per hour, with the unit of a clearance, and slips in the equations of the nasal depots. ` +
    `Taken at its word, the liver would clear ${digits((flow * misread) / (flow + misread), 3)} L/h in place of ${digits(right)}; the abstract says 114. We give what the parameters give as rate constants.`
  )
}

function masses(): string {
  const right = inNmolPerLitre(ngPerMl(60), 'norketamine')
  const hydrochloride = 260.16
  return (
    `- One program takes ${hydrochloride} g/mol for norketamine, which is its hydrochloride; the base is ${molarMass.norketamine}. 60 ng/mL is ${digits(right)} nmol/L, there ${digits((right * molarMass.norketamine) / hydrochloride)}. ` +
    'It calls the same rates per minute and per hour in two places, a factor of 60.'
  )
}

/** What programs and data bases say of the sources themselves. */
export const sources = (): string[] => [
  rounding(),
  '- `kamp-2020`: three programs carry the same numbers. One says that they are the table that pools published models; two cite the paper and do not say which of its two models they mean. ' +
    'The other one, from raw data, with an arterial plasma and two delays to the arm vein, is in no program that was found. Pooled from both sites, the set is neither artery nor vein just after a drip stops.',
  '- `hijazi-2003`: one program sets an upper age of 18 years; the study was (recalled) in adults in intensive care, so that limit lets in nobody it was made from.',
  '- A data base turns 22 L per 70 kg of `herd-2007b` into 1.54 L/kg: multiplied by 70 where it should divide (0.314 L/kg), a factor of 4.9.',
  `- A library of generated models keeps two versions of one oral model, with clearances of 0.3133 and 5.22e−6, ${Math.round(0.31333333 / 5.22222222e-6 / 1000)},000-fold apart, and gives 2005 as the year of a paper of Clements. Neither is used.`,
  perezRuixo(),
  masses(),
]
