import { answer } from './answer.ts'

/** What the bench calls in the page: here, or in a worker that the page starts. */
globalThis.ask = (id, where) =>
  where === 'page'
    ? answer(id)
    : new Promise((resolve, reject) => {
        const worker = new Worker('worker.js', { type: 'module' })
        worker.onmessage = ({ data }) => {
          worker.terminate()
          resolve(data)
        }
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(id)
      })
