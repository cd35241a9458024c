import { Hono } from 'hono'
import type { Variables } from '../allow.ts'

/** Signing in and out, passkeys, passwords, recovery. */
export const auth = new Hono<{ Variables: Variables }>()

/** A second person's proof for one act. */
export const proof = new Hono<{ Variables: Variables }>()
