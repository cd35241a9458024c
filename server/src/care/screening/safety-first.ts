import { type SafetyAnswers, safetyAnswersIn } from '@dripline/clinical'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Variables } from '../../platform/allow.ts'

type Save = (c: Context<{ Variables: Variables }>, answers: SafetyAnswers, body: unknown) => Promise<unknown>

const bodyOf = async (c: Context): Promise<unknown> => {
  if (!/\bjson\b/.test(c.req.header('content-type') ?? '')) return undefined
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}

/**
 * Stands before the shape of a route that may carry safety answers: whatever else is wrong with what was sent, those are saved
 * first. `partOf` says where in the body they stand.
 */
export const safetyFirst = (partOf: (body: unknown) => unknown, save: Save) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const body = await bodyOf(c)
    const answers = safetyAnswersIn(partOf(body))
    if (answers) await save(c, answers, body)
    await next()
  })

/** A field of whatever was sent. */
export const fieldOf = (sent: unknown, name: string): unknown =>
  sent !== null && typeof sent === 'object' ? Reflect.get(sent, name) : undefined
