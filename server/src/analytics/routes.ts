import { Hono } from 'hono'
import type { Variables } from '../platform/allow.ts'

/** Questions over many patients. */
export const analytics = new Hono<{ Variables: Variables }>()
