import { type Fault, faultSaid, Problem } from '@dripline/clinical'
import { zValidator } from '@hono/zod-validator'
import type { Context, ValidationTargets } from 'hono'
import type { ZodType } from 'zod'
import { isStorable } from './canonical.ts'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: readonly string[] }

const valueAt = (sent: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined), sent)

const MOST = 120
const shown = (value: unknown) => {
  if (typeof value === 'string' && value.length > MOST) return `${value.slice(0, MOST)}…`
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return value !== null && typeof value === 'object' && JSON.stringify(value).length > MOST ? undefined : value
}

/** All faults of what was sent, each with its field, its value and what was expected. */
export const faultsOf = (issues: readonly Issue[], sent: unknown): Fault[] =>
  issues.flatMap(({ path, message, keys }) =>
    // What is not asked for is a fault of its own name and not of the whole.
    (keys ? keys.map((key) => [...path, key]) : [path]).map((at) => {
      const value = shown(valueAt(sent, at))
      return { field: at.map(String).join('.') || 'body', ...faultSaid(message), ...(value !== undefined && { value }) }
    }),
  )

const DEEPEST = 32

/** Texts that could not be stored and read back as they were sent, and what is nested deeper than anything we ask for. */
export const unstorable = (sent: unknown, path: readonly string[] = []): Fault[] => {
  if (path.length > DEEPEST) return [{ field: path[0] ?? 'body', code: 'at-most-levels', params: { deepest: DEEPEST } }]
  if (typeof sent === 'string')
    return isStorable(sent) ? [] : [{ field: path.join('.') || 'body', code: 'text-of-whole-characters-without-nul' }]
  if (sent === null || typeof sent !== 'object') return []
  return Object.entries(sent).flatMap(([key, value]) => [
    ...(isStorable(key) ? [] : unstorable(key, path)),
    ...unstorable(value, [...path, key]),
  ])
}

// Without a body there is nothing to misread; a body of another type would count as an empty one.
const refuseOther = (c: Context) => {
  const type = c.req.header('content-type')
  if (type === undefined || /^application\/([\w.-]+\+)?json *(;|$)/i.test(type)) return
  throw new Problem('not-valid', {}, [{ field: 'Content-Type', code: 'application-json', value: shown(type) }])
}

const schemas = new WeakMap<object, { readonly target: keyof ValidationTargets; readonly schema: ZodType }>()

/** Checks a part of the request at the door; all its faults become one problem. */
export const shape = <T extends ZodType, Target extends keyof ValidationTargets>(target: Target, schema: T) => {
  const check = zValidator(target, schema, (result, c) => {
    if (target === 'json') refuseOther(c)
    const broken = unstorable(result.data)
    if (broken.length > 0) throw new Problem('not-valid', {}, broken)
    if (!result.success) throw new Problem('not-valid', {}, faultsOf(result.error.issues, result.data))
  })
  schemas.set(check, { target, schema })
  return check
}

/** The part of the request and the schema that a middleware was made for, if it was made by `shape`. */
export const shapeOf = (middleware: object) => schemas.get(middleware)
