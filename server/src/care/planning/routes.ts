import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** Plans and their orders. */
export const planning = new Hono<{ Variables: Variables }>()
