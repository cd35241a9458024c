import { z } from 'zod'

// Apart from what reads it: a page that counts amounts never checks a stamp, and need not be sent what checks.
const instant = z.iso.datetime()

/** What the clocks said when an entry was written: three voices, so that one that is moved cannot change what was given. */
export const clockShape = z.object({
  /** From which start of which machine the reading counts. */
  boot: z.string().min(1).max(200),
  /** Milliseconds since then, time asleep among them; nobody can set it. */
  ms: z.number().min(0),
  /** The machine's own wall clock. */
  wall: instant,
  /** The database's clock, as last measured and carried on by the reading. */
  database: instant,
  /** Whether database and wall clock are one machine's, and so one voice. */
  isOwn: z.boolean(),
  /** When it was last measured, by itself. */
  looked: instant,
  /** How far servers have seen the database's clock step, taken back in all that is said here, ms. */
  correctionMs: z.number(),
  /** Since when this server has watched the database's clock without seeing it move. */
  watched: instant,
  /** Whether the server's time agreed with two clocks of different machines. */
  isSure: z.boolean(),
})

export type ClockStamp = z.infer<typeof clockShape>
