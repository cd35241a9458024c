import type { Exact } from '@dripline/clinical'

export type Bottle = { vialId: string; ml: Exact }

/** What the play knows of the safe: it draws from the first vial that holds enough. */
export type Safe = {
  readonly bottles: Bottle[]
  /** The vials that a volume comes from. */
  take(ml: string): { vialId: string; ml: string }[]
}

export const newSafe = (): Safe => {
  const bottles: Bottle[] = []
  return {
    bottles,
    take: (wanted) => {
      const bottle = bottles.find(({ ml }) => ml.gte(wanted))
      if (!bottle) return []
      bottle.ml = bottle.ml.minus(wanted)
      return [{ vialId: bottle.vialId, ml: wanted }]
    },
  }
}
