import type { Default } from '../../../data/people.ts'

/** One value as it stands in the table: what was approved before it, or that it is new. */
export type Row = {
  key: string
  definition: Default
  says: string
  value: string
  /** Null: nothing of it was approved before. Undefined: it is as it was approved. */
  before: string | null | undefined
  source: string
  basis: 'source' | 'proposed'
  name: string
}

export type Group = { name: string; definitions: readonly Default[]; waiting: readonly Default[]; rows: readonly Row[] }

/** The definitions in groups as they are read and approved; groups with something to approve first. */
export function groupsOf(defaults: readonly Default[]): Group[] {
  const groups = [...Map.groupBy(defaults, ({ group }) => group)].map(([name, definitions]) => ({
    name,
    definitions,
    waiting: definitions.filter(({ approved }) => approved === null),
    rows: definitions.flatMap(rowsOf),
  }))
  return groups.sort((a, b) => Number(b.waiting.length > 0) - Number(a.waiting.length > 0) || a.name.localeCompare(b.name))
}

function rowsOf(definition: Default): Row[] {
  const { kind, id, values, approved, before } = definition
  const earlier = before?.values && new Map(before.values.map(({ name, value }) => [name, value]))
  const present = values.map(({ name, says, value, source, basis }): Row => {
    const was = approved ? value : (earlier?.get(name) ?? null)
    return {
      key: `${kind} ${id} ${name}`,
      definition,
      says,
      value,
      before: was === value ? undefined : was,
      source,
      basis,
      name,
    }
  })
  const names = new Set(values.map(({ name }) => name))
  const gone = (approved ? [] : (before?.values ?? [])).filter(({ name }) => !names.has(name))
  return [
    ...present,
    ...gone.map(({ name, says, value }) => ({
      key: `${kind} ${id} gone ${name}`,
      definition,
      says,
      value: '',
      before: value,
      source: definition.source,
      basis: definition.basis,
      name,
    })),
  ]
}

export const isChanged = ({ before }: Row) => before !== undefined
export const restsOnNoStudy = ({ basis }: Row) => basis === 'proposed'

/** "one value", "12 values". */
export const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
