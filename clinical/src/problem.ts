import type { Slot } from './calendar/slot.ts'
import type { ProblemCode } from './problems.ts'
import type { FaultSaid } from './words/fault-words.ts'

/** What is wrong with a field, as data. `ask`: what a yes to the question sends with it, where a value is asked back. */
export type Fault = FaultSaid & { field: string; value?: unknown; ask?: string }
type Facts = Record<string, string | number>

/** A request that cannot proceed: its code, of which problems.ts has the words. Facts are ids and numbers, never names or free text. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly about: Facts
  readonly faults: readonly Fault[]
  readonly fresh: readonly Slot[]

  constructor(code: ProblemCode, about: Facts = {}, faults: readonly Fault[] = [], fresh: readonly Slot[] = []) {
    super(code)
    this.code = code
    this.about = about
    this.faults = faults
    this.fresh = fresh
  }
}
