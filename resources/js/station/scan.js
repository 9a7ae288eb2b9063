/* The code of a ticket, shown to the camera of the computer, where there is one. */
const EACH = 250

const button = document.querySelector('[data-scan]')
const video = document.querySelector('[data-camera]')

async function hasCamera() {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
  return devices.some(({ kind }) => kind === 'videoinput')
}

async function scan() {
  const { decodeQR } = await import('qr/decode.js')
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } })
  video.srcObject = stream
  video.hidden = false
  await video.play()
  const canvas = document.createElement('canvas')
  const looking = setInterval(() => {
    const code = read(decodeQR, canvas)
    if (!code && !video.hidden) return
    clearInterval(looking)
    stop(stream)
    if (code) enter(code)
  }, EACH)
}

function read(decode, canvas) {
  const { videoWidth: width, videoHeight: height } = video
  if (!width) return null
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.drawImage(video, 0, 0)
  try {
    return decode(context.getImageData(0, 0, width, height))
  } catch {
    // No code in this picture: the next may have one.
    return null
  }
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop()
  video.hidden = true
}

function enter(code) {
  const field = document.getElementById('code')
  field.value = code.slice(0, field.maxLength)
  field.form.requestSubmit()
}

/** Whoever refuses the camera types the code. */
function giveUp() {
  video.hidden = true
  button.hidden = true
}

/** Offers it where it can be done. */
export async function offerScan() {
  if (!button || !(await hasCamera())) return
  button.hidden = false
  button.addEventListener('click', () => (video.hidden ? scan().catch(giveUp) : (video.hidden = true)))
}
