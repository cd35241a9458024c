import { useEffect, useState } from 'react'

type Piece = { id: string; text: string }

const voice = () => (typeof window !== 'undefined' && 'speechSynthesis' in window ? window.speechSynthesis : null)

/** This computer's own voice: which piece it is reading, and how to begin and stop. Nothing leaves the machine by our doing. */
export function useVoice() {
  const [speaking, setSpeaking] = useState<string | null>(null)
  useEffect(() => () => voice()?.cancel(), [])
  const hush = () => {
    voice()?.cancel()
    setSpeaking(null)
  }
  const speak = (pieces: readonly Piece[]) => {
    const synthesis = voice()
    if (!synthesis) return
    synthesis.cancel()
    for (const [i, { id, text }] of pieces.entries()) {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = 'en-US'
      utterance.rate = 0.95
      utterance.onstart = () => setSpeaking(id)
      if (i === pieces.length - 1) utterance.onend = () => setSpeaking(null)
      synthesis.speak(utterance)
    }
  }
  return { canSpeak: voice() !== null, speaking, speak, hush }
}
