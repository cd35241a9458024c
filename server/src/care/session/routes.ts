import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** One infusion visit. */
export const session = new Hono<{ Variables: Variables }>()
