import { type Disposition, dispositionFaults } from './disposition.ts'
import { numberFaults, refuse } from './fault.ts'
import type { Basis, Source, Subject } from './model.ts'
import { normalAt } from './numeric/random.ts'
import { bioavailability, type Path, pathsFaults } from './path.ts'

/** The ways other than the vein. */
export const ways = ['intramuscular', 'intranasal', 'sublingual-film', 'troche', 'oral', 'subcutaneous'] as const
export type Way = (typeof ways)[number]

/**
 * How people differ in a number of a way: the SD of its logarithm, or of the logit of a share. The order is part of the promise of a seed:
 * never reorder, only append.
 */
export type RouteSpread = { basis: Basis; of: readonly { name: string; scale: 'log' | 'logit'; sd: number }[] }

/** A person's own number in place of a typical one, by its name. */
export type Own = (name: string, typical: number) => number

export type RouteDefinition = {
  id: string
  title: string
  source: Source
  way: Way
  /** The id of the model whose curve it was estimated with: it belongs to no other. */
  model: string
  /** Where each number comes from. */
  marks: Readonly<Record<string, Basis | 'recalled'>>
  /** What of a dose (mg) goes along which path, in somebody whose numbers are these. */
  paths: (mg: number, own: Own) => readonly Path[]
  spread: 'not found' | RouteSpread
  /** What the source describes, or leaves open, and these paths leave out. */
  notModelled: readonly string[]
  /**
   * What reaches plasma as ketamine in a subject, of a dose; and concentrations (ng/mL) at a time by an independent program, a metabolite's
   * in its own mass.
   */
  examples: readonly {
    subject: Subject
    mg: number
    bioavailability: number
    atMin: number
    ketamineNgPerMl: number
    norketamineNgPerMl?: number
  }[]
}

export type Route = Omit<RouteDefinition, 'paths'> & {
  /** What of a dose (mg) goes along which path; in the typical person, or in person number `person` drawn with a seed. */
  paths: (mg: number, drawn?: { seed: number; person: number }) => readonly Path[]
  /** The share of a dose (mg) that reaches plasma as ketamine in a body. */
  bioavailability: (p: Disposition, mg: number) => number
}

const typical: Own = (_, value) => value

/** The random numbers of ways in stand behind all others of a person. */
const firstDraw = 200

/** The numbers of one person: a pure function of seed and number. */
function ownOf(spread: RouteDefinition['spread'], { seed, person }: { seed: number; person: number }): Own {
  if (spread === 'not found') return typical
  return (name, value) => {
    const place = spread.of.findIndex((each) => each.name === name)
    if (place < 0) return value
    const { scale, sd } = spread.of[place]
    const z = sd * normalAt(seed, person, firstDraw + place)
    return scale === 'log' ? value * Math.exp(z) : 1 / (1 + (1 / value - 1) * Math.exp(-z))
  }
}

/** A published way into the body other than the vein: which, with which curve, who says so, how we know. */
export function defineRoute(definition: RouteDefinition): Route {
  const paths: Route['paths'] = (mg, drawn) => {
    refuse(numberFaults('mg', mg, { min: 0 }))
    return definition.paths(mg, drawn ? ownOf(definition.spread, drawn) : typical)
  }
  return {
    ...definition,
    paths,
    bioavailability: (p, mg) => {
      refuse(dispositionFaults(p))
      const found = paths(mg)
      refuse(pathsFaults(`${definition.id}.paths`, found, p))
      return bioavailability(p, found)
    },
  }
}
