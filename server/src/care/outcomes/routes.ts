import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** What came after: follow-up, relief, responder. */
export const outcomes = new Hono<{ Variables: Variables }>()
