/** A time that somebody has, and how many minutes before and after it belong to nobody else's. */
export type Taken = { start: string; end: string; beforeMinutes?: number; afterMinutes?: number }

/** The minutes that stay free before and after each time of a calendar, and how many times a clinician has in a day at most (0: no limit). */
export type Room = { beforeMinutes: number; afterMinutes: number; mostPerDay: number }

/** A calendar's own where it says nothing. */
export const noRoom: Room = { beforeMinutes: 0, afterMinutes: 0, mostPerDay: 0 }

const minuteMs = 60_000

/**
 * The span (ms) that no other time may meet: between two times lies what the first wants after it or the second before it, whichever is
 * longer. Two buffers may lie over each other, a buffer never over a time.
 */
export const keptClear = ({ start, end, beforeMinutes = 0, afterMinutes = 0 }: Taken, room: Room) => ({
  from: Date.parse(start) - Math.max(beforeMinutes, room.afterMinutes) * minuteMs,
  to: Date.parse(end) + Math.max(afterMinutes, room.beforeMinutes) * minuteMs,
})
