import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** The controlled-drug book. */
export const substances = new Hono<{ Variables: Variables }>()
