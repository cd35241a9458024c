import { effects, models, siteEffects } from './definitions.ts'
import { ngPerMl } from './units.ts'

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

/** Every worked example of every model and effect, worked again: what an installed engine can prove of itself. */
export function checkExamples(): Checked[] {
  const {
    occupancyShaffer2014: occupied,
    magnesiumBlockJahrStevens1990: block,
    antidepressantDurabilityMurrough2013: kept,
  } = effects
  return [
    ...Object.values(models).flatMap((model) =>
      model.examples.flatMap(({ subject, expect }) => {
        const typical: Record<string, number> = { ...model.published(subject) }
        return Object.entries(expect).map(([name, value]) =>
          check(model.id, `${name} at ${subject.weightKg} kg`, value, typical[name]),
        )
      }),
    ),
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
    ...kept.examples.map(({ day, expect }) => check(kept.id, `still well on day ${day}`, expect, kept.survival(day))),
  ]
}
