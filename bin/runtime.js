/*
 * Plain JavaScript, and imported before anything else: this is the one sentence that an old Node must
 * still be able to print.
 */
const [major] = process.versions.node.split('.').map(Number)
if (!globalThis.Deno && major < 24) {
  console.error(
    `Tremplin needs Node 24 or later and this is ${process.version}. Use the npm scripts (npm start, npm test): ` +
      'they bring their own Node. If they do not on this platform, install Node 24.'
  )
  process.exit(1)
}
