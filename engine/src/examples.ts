import { effects, models, routes, siteEffects } from './definitions.ts'
import { kineticsOf } from './kinetics-of.ts'
import type { Model } from './model.ts'
import type { Route } from './route.ts'
import { simulateRoutes } from './simulate-routes.ts'
import { inNgPerMl, ngPerMl } from './units.ts'

/** One worked example of a definition: what it must give and what it gives. */
export type Checked = { id: string; what: string; expected: number; got: number; holds: boolean }

const tolerance = 5e-6

const check = (id: string, what: string, expected: number, got: number): Checked => ({
  id,
  what,
  expected,
  got,
  holds: Math.abs(got / expected - 1) <= tolerance,
})

/** The parameters of a model's subjects, of the parent and of its metabolites. */
const ofModel = (model: Model): Checked[] =>
  model.examples.flatMap(({ subject, expect, metabolites = {} }) => {
    const formed = Object.entries(metabolites).map(([analyte, expected]) => {
      const found = model.kinetics(subject).metabolites.find((metabolite) => metabolite.analyte === analyte)
      return { name: `${analyte}, `, expected, found: found?.disposition }
    })
    return [{ name: '', expected: expect, found: model.published(subject) }, ...formed].flatMap(({ name, expected, found }) => {
      const typical: Record<string, number> = { ...found }
      return Object.entries(expected).map(([parameter, value]) =>
        check(model.id, `${name}${parameter} at ${subject.weightKg} kg`, value, typical[parameter]),
      )
    })
  })

const everyModel: readonly Model[] = Object.values(models)
const everyRoute: readonly Route[] = Object.values(routes)

/** What of a dose arrives, and the concentrations that it makes, under the model the route belongs to. */
const ofRoute = ({ id, model, paths, bioavailability, examples }: Route): Checked[] =>
  everyModel
    .filter((each) => each.id === model)
    .flatMap((of) =>
      examples.flatMap(({ subject, mg, bioavailability: share, atMin, ketamineNgPerMl, norketamineNgPerMl }) => {
        const kinetics = kineticsOf(of, subject)
        const given = { regimen: [], absorbed: [{ mg, at: 0, paths: paths(mg) }] }
        const { plasma, metabolites } = simulateRoutes(kinetics, given, [atMin])
        const formed = metabolites.norketamine?.[0] ?? Number.NaN
        return [
          check(id, `share of ${mg} mg in plasma`, share, bioavailability(kinetics.parent, mg)),
          check(id, `ketamine ${atMin} min after ${mg} mg`, ketamineNgPerMl, inNgPerMl(plasma[0])),
          ...(norketamineNgPerMl === undefined
            ? []
            : [check(id, `norketamine ${atMin} min after ${mg} mg`, norketamineNgPerMl, inNgPerMl(formed))]),
        ]
      }),
    )

/** Every worked example of every model, route and effect, worked again: what an installed engine can prove of itself. */
export function checkExamples(): Checked[] {
  const {
    occupancyShaffer2014: occupied,
    magnesiumBlockJahrStevens1990: block,
    antidepressantDurabilityMurrough2013: kept,
    cardiacOutputKamp2021: output,
  } = effects
  return [
    ...everyModel.flatMap(ofModel),
    ...everyRoute.flatMap(ofRoute),
    ...siteEffects.flatMap(({ id, ke0, examples }) => examples.map(({ expect }) => check(id, 'ke0, 1/min', expect.ke0, ke0))),
    ...occupied.examples.map(({ ketamineNgPerMl, norketamineNgPerMl, expect }) =>
      check(
        occupied.id,
        `occupancy at ${ketamineNgPerMl} and ${norketamineNgPerMl} ng/mL`,
        expect,
        occupied.occupancy({ ketamine: ngPerMl(ketamineNgPerMl), norketamine: ngPerMl(norketamineNgPerMl) }),
      ),
    ),
    ...block.examples.map(({ millivolt, magnesium, expect }) =>
      check(block.id, `passes at ${millivolt} mV`, expect, block.passes(millivolt, magnesium)),
    ),
    ...output.examples.map(({ ketamineNgPerMl, norketamineNgPerMl, expect }) => {
      const found = output.at(ngPerMl(ketamineNgPerMl), ngPerMl(norketamineNgPerMl))
      return check(
        output.id,
        `L/min at ${ketamineNgPerMl} ng/mL`,
        expect,
        found.kind === 'curve' ? found.litresPerMin : Number.NaN,
      )
    }),
    ...kept.examples.map(({ day, expect }) => check(kept.id, `still well on day ${day}`, expect, kept.survival(day))),
  ]
}
