/* Every ace command comes through here. */
const { ignitor } = await import('./ignitor.js')
const { explain } = await import('#services/explain')

await ignitor()
  .ace()
  .handle(process.argv.slice(2))
  .catch((error) => {
    explain(error)
    process.exit(1)
  })
