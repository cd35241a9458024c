import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** Times, appointments and the call. */
export const booking = new Hono<{ Variables: Variables }>()
