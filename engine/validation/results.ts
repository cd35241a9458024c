import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Group, Outcome } from './group.ts'

const folder = resolve(import.meta.dirname, 'results')
const pathOf = ({ id }: Group) => resolve(folder, `${id}.json`)

/** What a group found, and which engine it found it in. */
export type Result = { fingerprint: string; outcome: Outcome }

/** The kept result of a group; undefined when it has never run. */
export const kept = (group: Group): Result | undefined =>
  existsSync(pathOf(group)) ? JSON.parse(readFileSync(pathOf(group), 'utf8')) : undefined

export function keep(group: Group, result: Result): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(pathOf(group), `${JSON.stringify(result, undefined, 1)}\n`)
}
