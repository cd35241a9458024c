import type { Kernel } from './kernel.ts'
import { PlainKernel } from './plain.ts'
import { wasmKernel } from './wasm.ts'

/** The fastest kernel this machine can run, with a memory of its own. */
export const kernel = (): Kernel => wasmKernel() ?? new PlainKernel()
