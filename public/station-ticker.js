/* Seconds that a browser does not slow down while its visitor looks at another tab. */
setInterval(() => self.postMessage(null), 1000)
