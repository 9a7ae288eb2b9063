/* What this browser may do when it is the person's turn: nothing until they have agreed, in this browser. */

/** What is heard: notes in hertz, how long each sounds (s), and pulses (ms). "Soon" is lower and calmer than "now". */
const TUNES = {
  now: { notes: [660, 880, 660, 880], note: 0.25, pulses: [200, 100, 200, 100, 400] },
  soon: { notes: [523, 440], note: 0.4, pulses: [150] },
}

/** Browsers are lent: what one person agreed to is not the next one's. */
const person = () =>
  document.getElementById('news')?.dataset.live ?? document.querySelector('[data-personal]')?.dataset.live.split(' ')[0] ?? 'nobody'
const key = () => `tremplin-alerts-${person()}`

const agreed = () => JSON.parse(localStorage.getItem(key()) ?? '[]')

export const alerts = {
  has: (name) => agreed().includes(name),

  get chosen() {
    return localStorage.getItem(key()) !== null
  },

  toggle(name) {
    const others = agreed().filter((one) => one !== name)
    localStorage.setItem(key(), JSON.stringify(this.has(name) ? others : [...others, name]))
    if (this.has(name)) this.give('now', [name])
  },

  /** @param names of those agreed to; all of them unless said */
  give(tune, names = agreed()) {
    if (names.includes('sound')) ring(TUNES[tune])
    if (names.includes('vibration')) navigator.vibrate?.(TUNES[tune].pulses)
  },
}

/** A browser lets a page be heard once its person has pressed something in it: what was made then is kept for later. */
let audio

function wake() {
  audio ??= new AudioContext()
  void audio.resume()
}

for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => agreed().includes('sound') && wake())

function ring({ notes, note }) {
  wake()
  const volume = new GainNode(audio, { gain: 0 })
  volume.connect(audio.destination)
  notes.forEach((frequency, i) => {
    const at = audio.currentTime + i * note
    const tone = new OscillatorNode(audio, { frequency, type: 'triangle' })
    volume.gain.setValueAtTime(0.3, at)
    volume.gain.exponentialRampToValueAtTime(0.001, at + note)
    tone.connect(volume)
    tone.start(at)
    tone.stop(at + note)
  })
}
