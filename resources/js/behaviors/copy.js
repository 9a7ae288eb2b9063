const SAID_FOR = 3000

/** Puts the text of a field in the clipboard and says so. */
export function copy() {
  return {
    said: '',
    async copy() {
      const { source, status } = this.$refs
      source.select()
      try {
        await navigator.clipboard.writeText(source.value)
      } catch {
        // Without https there is no clipboard to write to: the text is selected, for Ctrl+C.
        document.execCommand('copy')
      }
      this.said = status.dataset.said
      setTimeout(() => (this.said = ''), SAID_FOR)
    },
  }
}
