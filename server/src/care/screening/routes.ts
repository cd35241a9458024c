import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** Answers, findings, the decision. */
export const screening = new Hono<{ Variables: Variables }>()
