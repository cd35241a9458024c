import { parentPort } from 'node:worker_threads'
import { type Chunk, worked } from './chunks.ts'

parentPort?.on('message', (chunk: Chunk) => parentPort?.postMessage(worked(chunk)))
