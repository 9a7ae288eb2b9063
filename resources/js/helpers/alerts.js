/* What this browser may do when it is the person's turn: nothing until they have agreed, in this browser. */

/** Two notes, in hertz, and how long each sounds (s). */
const NOTES = [660, 880]
const NOTE = 0.25

const PULSES = [200, 100, 200, 100, 400]

/** Browsers are lent: what one person agreed to is not the next one's. */
const key = () => `tremplin-alerts-${document.getElementById('news')?.dataset.live ?? 'nobody'}`

const agreed = () => JSON.parse(localStorage.getItem(key()) ?? '[]')

export const alerts = {
  has: (name) => agreed().includes(name),

  toggle(name) {
    const others = agreed().filter((one) => one !== name)
    localStorage.setItem(key(), JSON.stringify(this.has(name) ? others : [...others, name]))
    if (this.has(name)) this.give([name])
  },

  /** @param names of those agreed to; all of them unless said */
  give(names = agreed()) {
    if (names.includes('sound')) ring()
    if (names.includes('vibration')) navigator.vibrate?.(PULSES)
  },
}

function ring() {
  const audio = new AudioContext()
  NOTES.forEach((frequency, i) => {
    const at = audio.currentTime + i * NOTE
    const tone = new OscillatorNode(audio, { frequency, type: 'triangle' })
    const volume = new GainNode(audio, { gain: 0.3 })
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + NOTE)
  })
  setTimeout(() => audio.close(), NOTES.length * NOTE * 1000 + 500)
}
