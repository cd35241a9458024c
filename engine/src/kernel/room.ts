import { kernel } from './choose.ts'
import type { Kernel, Pointer } from './kernel.ts'

/** A kernel with its own memory, which keeps its size for the next use. What lies in a room is there until the room is used again. */
export class Room {
  readonly kernel: Kernel
  private end: Pointer

  constructor(kind: Kernel = kernel()) {
    this.kernel = kind
    this.end = kind.base
  }

  /** Places for lists of numbers, one behind the other; whatever was in the room is gone. */
  places(...lengths: readonly number[]): Pointer[] {
    this.end = align(this.kernel.base)
    const found = lengths.map((length) => {
      const here = this.end
      this.end = align(this.end + 8 * length)
      return here
    })
    this.kernel.reach(this.end)
    return found
  }

  /** The numbers at a place. */
  view(at: Pointer, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.kernel.memory.buffer, at, length)
  }
}

const align = (place: Pointer) => Math.ceil(place / 64) * 64

const shared = new Map<string, Room>()

/**
 * The room of one use, kept for the next: for what copies its results out before it returns. A room of its own for each call would
 * cost address space until the garbage is collected.
 */
export function sharedRoom(use: string, kind?: Kernel): Room {
  if (kind) return new Room(kind)
  const room = shared.get(use) ?? new Room()
  shared.set(use, room)
  return room
}
