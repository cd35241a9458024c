import type { VisitAct, VisitNext } from '@dripline/clinical'

/** A button of a visit is filled when what it does is what happens next, and never else. */
export const kindOf = ({ next }: { next: VisitNext }, ...does: readonly VisitAct[]): 'main' | 'second' =>
  does.includes(next.code) ? 'main' : 'second'
