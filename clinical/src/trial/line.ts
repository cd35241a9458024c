import type { World } from './world.ts'

export type TriedAct = 'draw-up' | 'start' | 'resume' | 'raise' | 'waste' | 'controlled-dose' | 'discharge'

/**
 * One line of the policies as a person reads them: which acts it forbids, and when. Written from the clinical reference
 * (9.2 screening, 9.3 thresholds, 9.4 order checks, 9.5 the checklist of a visit), not from the code that keeps them.
 */
export type Line = {
  says: string
  from: string
  acts: readonly TriedAct[]
  forbids: (world: World, asked: number | null) => boolean
}
