import { kernelBytes } from './kernel.generated.ts'
import type { Kernel } from './kernel.ts'

type Memory = { readonly buffer: ArrayBuffer; grow: (pages: number) => number }
type Exports = Omit<Kernel, 'memory' | 'base' | 'reach'> & { memory: Memory; base: () => number }

/** What is used of WebAssembly; its types belong to browsers, and this package has none of them. */
type Host = {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: object) => { exports: object }
}

const page = 65_536

const compiled = new Map<Host, object | undefined>()

/** A kernel in WebAssembly with a memory of its own; undefined where there is no WebAssembly, or none with two numbers at a time. */
export function wasmKernel(host: Host | null = (globalThis as { WebAssembly?: Host }).WebAssembly ?? null): Kernel | undefined {
  if (!host) return
  if (!compiled.has(host))
    compiled.set(
      host,
      attempt(() => new host.Module(decoded(kernelBytes))),
    )
  const known = compiled.get(host)
  const instance = known && attempt(() => new host.Instance(known, {}))
  if (!instance) return
  const { memory, base, ...loops } = instance.exports as Exports
  return {
    ...loops,
    memory,
    base: base(),
    reach: (end) => {
      const missing = end - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / page))
    },
  }
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 by hand: the engine asks nothing of the machine it runs on. */
export function decoded(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4))
  for (let i = 0, at = 0; at < bytes.length; i += 4) {
    const word = [0, 1, 2, 3].reduce((sum, j) => (sum << 6) | values[text.charCodeAt(i + j) & 127], 0)
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (word >> shift) & 255
  }
  return bytes
}
