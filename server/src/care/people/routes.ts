import { Hono } from 'hono'
import type { Variables } from '../../platform/allow.ts'

/** Persons, staff, consent, alerts. */
export const people = new Hono<{ Variables: Variables }>()
