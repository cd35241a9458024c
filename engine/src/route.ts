import { type Disposition, dispositionFaults } from './disposition.ts'
import { numberFaults, refuse } from './fault.ts'
import type { Basis, Source, Subject } from './model.ts'
import { bioavailability, type Path, pathsFaults } from './path.ts'

/** The ways other than the vein. */
export const ways = ['intramuscular', 'intranasal', 'sublingual-film', 'troche', 'oral', 'subcutaneous'] as const
export type Way = (typeof ways)[number]

export type RouteDefinition = {
  id: string
  title: string
  source: Source
  way: Way
  /** The id of the model whose curve it was estimated with: it belongs to no other. */
  model: string
  /** Where each number comes from. */
  marks: Readonly<Record<string, Basis | 'recalled'>>
  /** What of a dose (mg) goes along which path. */
  paths: (mg: number) => readonly Path[]
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

export type Route = RouteDefinition & {
  /** The share of a dose (mg) that reaches plasma as ketamine in a body. */
  bioavailability: (p: Disposition, mg: number) => number
}

/** A published way into the body other than the vein: which, with which curve, who says so, how we know. */
export function defineRoute(definition: RouteDefinition): Route {
  const paths = (mg: number) => {
    refuse(numberFaults('mg', mg, { min: 0 }))
    return definition.paths(mg)
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
