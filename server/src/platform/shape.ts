import { type Fault, Problem } from '@dripline/clinical'
import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { ZodType } from 'zod'
import { isStorable } from './canonical.ts'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

const valueAt = (sent: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined), sent)

const MOST = 120
const shown = (value: unknown) => (typeof value === 'string' && value.length > MOST ? `${value.slice(0, MOST)}…` : value)

/** All faults of what was sent, each with its field, its value and what was expected. */
export const faultsOf = (issues: readonly Issue[], sent: unknown): Fault[] =>
  issues.map(({ path, message }) => {
    const value = shown(valueAt(sent, path))
    return { field: path.map(String).join('.') || 'body', expected: message, ...(value !== undefined && { value }) }
  })

/** Texts that could not be stored and read back as they were sent. */
export const unstorable = (sent: unknown, path: readonly string[] = []): Fault[] => {
  if (typeof sent === 'string')
    return isStorable(sent) ? [] : [{ field: path.join('.') || 'body', expected: 'text of whole characters, without NUL' }]
  if (sent === null || typeof sent !== 'object') return []
  return Object.entries(sent).flatMap(([key, value]) => [
    ...(isStorable(key) ? [] : unstorable(key, path)),
    ...unstorable(value, [...path, key]),
  ])
}

/** Checks a part of the request at the door; all its faults become one problem. */
export const shape = <T extends ZodType, Target extends keyof ValidationTargets>(target: Target, schema: T) =>
  zValidator(target, schema, (result) => {
    const broken = unstorable(result.data)
    if (broken.length > 0) throw new Problem('not-valid', {}, broken)
    if (!result.success) throw new Problem('not-valid', {}, faultsOf(result.error.issues, result.data))
  })
