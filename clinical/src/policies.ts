import { versionOf } from './keys.ts'
import * as folder from './policies/index.ts'
import { type Policy, type PolicyValue, type Values, withSet } from './policy.ts'

type Folder = Omit<typeof folder, 'versions'>

/** Every policy's values, as they hold at one instant in one clinic. */
export type Policies = { readonly [Name in keyof Folder]: Values<Folder[Name]> }

const { versions, ...byName } = folder

/** Every policy with the version of its file and of what it stands on. */
export const policies: readonly (Policy & { version: string })[] = Object.values(byName).map((policy: Policy) => ({
  ...policy,
  version: versionOf(versions, policy.id),
}))

/** The policy of that id, or null. */
export const policyOf = (id: string) => policies.find((each) => each.id === id) ?? null

/** A value that holds from an instant (ISO) on; null gives the delivered one back. `own` is the clinic's, above what was approved. */
export type SetValue = { policy: string; name: string; value: PolicyValue | null; from: string; own: boolean }

type Known = { readonly froms: readonly number[]; readonly made: Map<number, Policies> }
const known = new WeakMap<readonly SetValue[], Known>()

/** What holds at an instant: the delivered values, over them what was last approved, over that what the clinic set itself. */
export function policiesAt(set: readonly SetValue[], at: string): Policies {
  const { froms, made } = known.get(set) ?? {
    froms: set.map(({ from }) => Date.parse(from)).sort((a, b) => a - b),
    made: new Map(),
  }
  known.set(set, { froms, made })
  // Whatever holds at one instant holds at every later one: how many there are says which.
  const atMs = Date.parse(at)
  const count = froms.findLastIndex((from) => from <= atMs) + 1
  const before = made.get(count) ?? madeOf(set, at)
  made.set(count, before)
  return before
}

function madeOf(set: readonly SetValue[], at: string): Policies {
  const holding = set
    .filter(({ from }) => Date.parse(from) <= Date.parse(at))
    .sort((a, b) => Number(a.own) - Number(b.own) || Date.parse(a.from) - Date.parse(b.from))
  const byPolicy = Map.groupBy(holding, ({ policy }) => policy)
  return Object.fromEntries(
    Object.entries(byName).map(([name, policy]: [string, Policy]) => [
      name,
      withSet(policy, lastOf(byPolicy.get(policy.id) ?? [])),
    ]),
  ) as Policies
}

/** What the clinic set stands over what was approved; a value given back is the approved, or the delivered, one again. */
function lastOf(set: readonly SetValue[]): Record<string, PolicyValue> {
  const [approved, own] = [new Map<string, PolicyValue>(), new Map<string, PolicyValue>()]
  for (const { name, value, own: isOwn } of set) {
    const values = isOwn ? own : approved
    if (value === null) values.delete(name)
    else values.set(name, value)
  }
  return { ...Object.fromEntries(approved), ...Object.fromEntries(own) }
}

/** What the policies say as they are delivered. */
export const usualPolicies: Policies = policiesAt([], '2026-01-01T00:00:00Z')
