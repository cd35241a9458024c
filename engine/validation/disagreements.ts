import { occupancyShaffer2014 as shaffer } from '../src/effects/occupancy-shaffer-2014.ts'
import { perceptionOlofsen2022 } from '../src/effects/perception-olofsen-2022.ts'
import { partsOf } from '../src/enantiomer.ts'
import { peak } from '../src/exposure.ts'
import type { Model, Subject } from '../src/model.ts'
import { clements250 } from '../src/models/clements-250.ts'
import { domino } from '../src/models/domino.ts'
import { herd2007a } from '../src/models/herd-2007a.ts'
import { hijazi2003 } from '../src/models/hijazi-2003.ts'
import { kamp2020 } from '../src/models/kamp-2020.ts'
import { otto2021 } from '../src/models/otto-2021.ts'
import { perezRuixo2021 } from '../src/models/perez-ruixo-2021.ts'
import { simons2022 } from '../src/models/simons-2022.ts'
import { bolus, infusion, type Regimen } from '../src/regimen.ts'
import { simulate, simulateEffectSite } from '../src/simulate.ts'
import { simulateMetabolites } from '../src/simulate-metabolites.ts'
import { baseOfHydrochloride, inNgPerMl, ngPerMl } from '../src/units.ts'
import { sources } from './disagreements-sources.ts'
import type { Group } from './group.ts'

const adult: Subject = { weightKg: 70, ageYears: 45, sex: 'male' }
const usual = [infusion(35, 40)]
const ng = (value: number) => String(Number(inNgPerMl(value).toPrecision(3)))

const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => ' --- |').join('')}`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
]

/** The same name, ke0, for numbers that differ seventeenfold. */
function effectSites(): string[] {
  const said: [Model, number, string][] = [
    [domino, 0.652, 'opentiva: solved backwards from a peak at 1 min, which was assumed'],
    [domino, 0.238, 'SimTIVA: from an index of nociception (Navarrete 2025)'],
    [domino, 1, 'fus_anes: marked there as a guess'],
    [domino, 0.0857, 'stanpumpR: solved backwards from a peak at 3 min, marked there as a guess (R/drugs_ketamine.R, 03ef468)'],
    [kamp2020, 2.791, 'opentiva: solved backwards in the same way'],
    [
      kamp2020,
      1.39022,
      'SimTIVA: the time to peak of Domino carried over, at 70 kg; it rises with weight, 0.1876·ln(kg) + 0.5932',
    ],
    [kamp2020, perceptionOlofsen2022.ke0, 'half-life 8.3 min (Olofsen 2022), which was estimated with other, individual curves'],
  ]
  return table(
    [
      'kinetics',
      'ke0, 1/min',
      'who',
      'site at 10 min of 35 mg over 40 min, ng/mL',
      'and at its highest after 1 mg/kg at once',
      'which is at, min',
    ],
    said.map(([model, ke0, who]) => {
      const p = model.parameters(adult)
      const { effectSite } = simulateEffectSite(p, ke0, usual, [10])
      const top = peak(p, [bolus(70)], ke0)
      return [`\`${model.id}\``, ke0.toPrecision(4), who, ng(effectSite[0]), ng(top.value), top.at.toFixed(2)]
    }),
  )
}

/** At 70 kg nobody can see it. */
function weights(): string[] {
  const linear =
    (kg: number): Model['parameters'] =>
    () => {
      const p = kamp2020.parameters({ weightKg: 70 })
      return { ...p, v1: (p.v1 * kg) / 70 }
    }
  const at40 = (p: ReturnType<Model['parameters']>, kg: number) => ng(simulate(p, [infusion(kg / 2, 40)], [40])[0])
  return table(
    [
      'weight, kg',
      'clearances by weight to the power 0.75 (the paper as reported; ours, SimTIVA)',
      'by weight itself (opentiva)',
    ],
    [50, 70, 100, 140].map((kg) => [String(kg), at40(kamp2020.parameters({ weightKg: kg }), kg), at40(linear(kg)(adult), kg)]),
  )
}

const plasma = (model: Model, regimen: Regimen, times: readonly number[]): number[] => {
  const curves = partsOf(model, adult, 'racemic-ketamine', regimen).map(({ kinetics, regimen: given }) =>
    simulate(kinetics.parent, given, times),
  )
  return times.map((_, i) => curves.reduce((sum, curve) => sum + curve[i], 0))
}

/** The same infusion under everything that is published for adults. */
function models(): string[] {
  const all = [kamp2020, domino, clements250, hijazi2003, herd2007a, otto2021, simons2022, perezRuixo2021]
  const times = [40, 45, 60, 100, 160, 280]
  const found = all.map((model) => plasma(model, usual, times))
  const ratio = times.map((_, i) => {
    const values = found.map((row) => row[i])
    return (Math.max(...values) / Math.min(...values)).toFixed(1)
  })
  return table(
    ['model', 'sampled', ...times.map((t) => (t <= 40 ? 'at the end' : `${t - 40} min later`))],
    [...all.map((model, i) => [`\`${model.id}\``, model.sampling, ...found[i].map(ng)]), ['highest over lowest', '', ...ratio]],
  )
}

/** Metabolite mass and receptors. */
function conventions(): string[] {
  const kinetics = simons2022.kinetics(adult)
  const { metabolites } = simulateMetabolites(kinetics, [infusion(20, 20)], [60])
  const mass = metabolites.norketamine?.[0] ?? 0
  const { massRatio } = kinetics.metabolites[0]
  const [k, n] = [ngPerMl(185), ngPerMl(60)]
  const alone = (ligands: { ketamine: number; norketamine: number }) => shaffer.occupancy(ligands)
  const added = alone({ ketamine: k, norketamine: 0 }) + alone({ ketamine: 0, norketamine: n })
  const high = { ketamine: ngPerMl(2200), norketamine: ngPerMl(4000) }
  const addedHigh = alone({ ketamine: high.ketamine, norketamine: 0 }) + alone({ ketamine: 0, norketamine: high.norketamine })
  return [
    `- Norketamine 60 min into \`simons-2022\` (20 mg over 20 min) is ${ng(mass)} ng/mL of norketamine, and ${ng(mass / massRatio)} ng/mL of the ketamine it came from. ` +
      'Programs print either and call both norketamine; `otto-2021` was itself fitted without the step between.',
    `- One program adds the shares of receptors that ketamine and norketamine hold. At 185 and 60 ng/mL that says ${(100 * added).toFixed(1)} % where two that compete for one site hold ` +
      `${(100 * alone({ ketamine: k, norketamine: n })).toFixed(1)} %; at ${ng(high.ketamine)} and ${ng(high.norketamine)} it says ${(100 * addedHigh).toFixed(0)} %, more than there are.`,
    `- 35 mg of the hydrochloride is ${baseOfHydrochloride(35).toFixed(2)} mg of base. Labels count base in some countries; a program that does not ask is wrong by ${((1 - baseOfHydrochloride(1)) * 100).toFixed(0)} % in the others.`,
  ]
}

export const disagreements: Group = {
  id: 'disagreements',
  title: 'Where open programs disagree with each other',
  about:
    'Numbers of other programs and data bases as they were read, each put through this engine, so that what differs is the number and nothing else. There is nothing here to pass.',
  file: import.meta.filename,
  run: () => ({
    rows: [],
    text: [
      'Effect sites: a ke0 belongs to the kinetics it was estimated with, and none of these was estimated with the kinetics it is used with.',
      '',
      ...effectSites(),
      'Weight: 0.5 mg/kg over 40 min under `kamp-2020`, plasma at the end, ng/mL.',
      '',
      ...weights(),
      'Models: 35 mg of racemate over 40 min in 70 kg, plasma, ng/mL (models of S-ketamine: S and R apart, added).',
      '',
      ...models(),
      'Masses, shares and sources:',
      '',
      ...conventions(),
      ...sources(),
      '',
    ],
    pictures: [],
    passed: true,
  }),
}
