import { type GateLists, gateLists } from '../visit/gates.ts'
import { pureClinic, type Start } from './pure-clinic.ts'
import { actByRules } from './pure-verbs.ts'
import { playSequence, type Told } from './sequence.ts'

/** One sequence by the rules alone, with these lists of gates. */
export const byRules = (seed: number, number: number, lists: GateLists = gateLists): Promise<Told> =>
  playSequence(seed, number, (opening) => pureClinic(opening, actByRules, lists))

/** One sequence with nothing amiss at its opening, from what a record holds for its indication. */
export const byRulesFrom = (seed: number, number: number, startOf: (indication: 'pain' | 'depression') => Start): Promise<Told> =>
  playSequence(seed, number, (opening) => pureClinic(opening, actByRules, gateLists, startOf(opening.indication)), true)
